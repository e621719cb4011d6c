/** Family names common in Sweden that the other lists lack; written for Samnav. */
export const FAMILY_SWEDEN = `
Abbasi Abdallah Abdelkader Abdirahman Abdulahi Abdulkadir Abdullah Abdullahi Abdulle Abebe Abed Abshir Abukar Aden
Afrah Ahlberg Ahlgren Ahlqvist Ahlström Ahmad Ahmadi Ahmeti Akbari Al-Ahmad Al-Ali Al-Hassan Al-Jabouri Al-Khalidi
Al-Masri Al-Rashid Al-Saadi Al-Shami Alfredsson Alinejad Aliu Aliyev Alizadeh Alm Almgren Almqvist Amin Amini Amiri
Arnesson Artan Asgari Asghari Aslani Asp Asplund Awad Awale Aydin Aziz Azizi Backlund Backman Bajrami Barre Barzani
Bashir Begovic Bengtson Bergfeldt Bergkvist Bergvall Berisha Bihi Björkman Blad Blomberg Blomgren Blomkvist Borg
Boström Broberg Brolin Broman Bulut Bäckman Bäckström Carlberg Carlsson Carlström Cedergren Celik Chahine
Christiansson Daher Dahir Dahlgren Dahlin Dahlkvist Dahlqvist Dahlström Dakhil Daoud Darwish Dawod Demir Dhahir
Dirie Duale Ebrahimi Edlund Edström Edvardsson Egal Ekberg Ekholm Eklöf Ekman Ekstrand Elmi Elofsson Emanuelsson
Engdahl Englund Enqvist Erlandsson Eshetu Fadel Fagerström Farah Faraj Fares Farhan Fors Forsell Forslund Forsman
Franzén Friberg Frisk Fält Gashi Gebre Gebremedhin Gebremichael Ghaderi Ghafari Ghebre Grahn Granath Granberg
Granlund Granström Grönberg Grönlund Guled Gullberg Gustavsson Göransson Habib Habte Haddad Hadi Hagberg Hagman
Hagström Haidari Haile Haji Hakimi Hallberg Hallgren Hamad Hamadi Hamid Hamidi Hammoud Hamza Hanna Hasan Hashemi
Hashi Hassani Hasso Hedberg Hedin Hedman Hedström Heidari Helander Hellberg Hellgren Henningsson Hersi Hirsi
Hjalmarsson Hjelm Holgersson Holmström Hossein Hosseini Hoti Hoxha Hult Hultgren Hultman Hussain Hussein Husseini
Höglund Ibrahim Ibrahimi Idris Isa Ismail Issa Isse Ivarsson Jabbar Jaber Jacobsson Jafari Jama Jamal Jamali Jarl
Jibril Johannesson Josefsson Jönson Kadir Kahin Kamara Karim Karimi Karlström Kaya Kebede Khalaf Khaled Khalid
Khalil Khoury Kidane Kilic Kjellberg Klasson Knutsson Krasniqi Kristensson Kristoffersson Kullberg Kurdi Källström
Lagerqvist Landin Lantz Lennartsson Levin Lidström Lilja Liljeqvist Lindahl Lindblad Lindblom Linde Lindell Lindén
Linder Linderoth Lindkvist Lindmark Lindroth Lindskog Ljung Ljungberg Ljunggren Lorentzon Ludvigsson Lundell
Lundkvist Lundmark Löf Lövgren Mahamed Mahamoud Mahdi Mahmood Mahmoud Mahmud Malik Malm Malmberg Malmgren Malmqvist
Malmström Mansoor Mansour Markström Mehmeti Melander Melin Mirza Moalim Moberg Modin Mohammadi Mohammed Mohamud
Mohlin Mohseni Molin Moradi Mousa Mousavi Mubarak Muhumed Murad Musa Muse Mussa Mustafa Mustafe Nasser Nazari Nilson
Noor Nordahl Nordberg Nordgren Nordkvist Nordlund Nordqvist Norén Norlén Norling Nouri Nur Nuur Nylander Nyman
Näslund Omar Omer Oskarsson Osman Othman Ottosson Ozturk Palmgren Paulsson Petersson Qasim Rabi Rahimi Rahmani Rama
Ramadani Rasheed Rashid Rasho Rask Rezaei Rezai Roble Ros Rosén Rosengren Rostami Rundqvist Rydberg Rydén Rådberg
Rönnberg Sabri Sadeghi Sadiq Saeed Sahlin Said Salad Salah Salahi Saleh Salem Salihu Salim Salman Salomonsson
Samatar Samuelson Sandell Sandgren Sandin Sandqvist Sayed Selassie Selin Shabani Shaikh Shala Sharif Sharifi Sheikh
Shire Sido Simonsson Sjödin Sjölund Sjöstrand Sjöström Skog Skoog Sköld Soltani Stefansson Stenberg Stenström
Strandberg Stridh Suleiman Suleyman Sultani Sundell Sundin Sundkvist Sundqvist Svahn Svanberg Svantesson Svärd
Söderlund Söderqvist Söderström Sörensen Taha Taher Tahiri Talebi Tekle Tengvall Tesfay Tesfaye Thaci Thelin Thorén
Thorsson Tomasson Torstensson Tsegay Turesson Tuvesson Törnqvist Ullberg Vallin Vestin Viberg Vikström Viktorsson
Wahlberg Wahlgren Wahlström Wall Wallander Wallén Wallgren Warsame Wedin Weldu Wennberg Westberg Westerberg
Westerlund Westin Westlund Westman Wiberg Widén Wiklund Willén Winberg Yasin Yildiz Yilmaz Yohannes Younes Yousef
Youssef Yusuf Zahir Zamani Zander Zeqiri Zetterberg Zetterlund Zetterström Zogaj Ågren Åhlander Åhlén Åhman Åkerlund
Åkerman Åkerström Ödman Öhlund Öhman Öman Örn Öst Österberg Österlund Östlund Östman Özdemir Öztürk
`;
