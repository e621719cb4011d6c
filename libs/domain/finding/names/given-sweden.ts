/** Given names common in Sweden that the other lists lack, Arabic, Somali, Persian, Kurdish and Tigrinya among them; written for Samnav. */
export const GIVEN_SWEDEN = `
Aaliyah Abbas Abdallah Abdi Abdiaziz Abdifatah Abdihakim Abdikadir Abdikarim Abdinasir Abdirahim Abdirahman
Abdirashid Abdirisak Abdisalam Abdiwahab Abdul Abdulahi Abdulaziz Abdulkadir Abdulkarim Abdullah Abdullahi
Abdulrahman Abdulsalam Abdurrahman Abebe Abir Abshir Abubakar Agron Ahmed Aicha Aida Aisha Ajla Akram Alaa Aladdin
Alan Aland Albina Aleksandra Alia Aliya Almir Alvin Alwin Amal Aman Amar Ameer Amel Amin Amina Aminata Amine Amir
Amira Ammar Amra Anas Anisa Anwar Aram Aras Arash Arben Ardian Aren Arian Arin Arman Armand Armin Arta Aryan Asad
Asha Ashraf Ashur Asli Asma Asmaa Atef Avin Awa Awet Aya Ayan Ayanle Ayham Ayla Ayman Ayoub Aysha Ayub Azad Azadeh
Aziz Aziza Azra Babak Bahar Bahram Bakr Baran Barkhad Barwaqo Basel Bashar Bashir Basil Bassam Behnam Behzad Belal
Bella Besa Besart Besnik Bianca Bijan Bilal Bilan Biniam Blerim Blerta Bonnie Burhan Cabdi Cabdiraxmaan Cali
Cassandra Charlie Chloe Colin Cornelia Dana Dani Daniyal Dante Dara Dardan Daud Dawit Deeqa Delal Delshad Deqa Diar
Dilan Dilba Dino Diyar Djamila Doaa Drilon Dunia Dylan Ebrahim Edin Edith Edward Edwin Ehab Ehsan Ekram Elaf Elham
Eliana Eliott Eliza Ellie Elmira Elnaz Elton Elvedin Elvin Elvis Elyar Elyas Emad Eman Emilio Emina Enes Enzo Erion
Ermal Esma Esra Eyob Fadi Faduma Fadumo Fahad Fahima Faisal Faiza Farah Farhad Farhan Farhia Farid Farida Faris
Farouk Farshad Farzad Fathi Fatma Fatmata Fatme Fatmir Fatou Fatoumata Fawzia Faysal Feras Ferhad Fidan Filmon Firas
Fisnik Flora Foziya Fuad Gazi Ghaith Ghassan Ghazal Granit Guled Gulsum Gustaf Haben Habib Habiba Hadi Hadia Hafsa
Haider Haji Hala Halima Hamad Hamdi Hamid Hamoudi Hamsa Hamza Hana Hanad Hanan Hani Hania Hanin Hareth Haris Harun
Hasan Hashem Hashim Hassan Hatem Haval Hawa Hawre Haya Hayat Haydar Hayder Heba Henry Hevin Hewa Hiba Hibaq Hibo
Hicham Hilma Hind Hisham Hiwa Hodan Homayoun Hooman Hossein Huda Husam Hussein Ibrahim Idil Idris Ifrah Ikram Ilham
Ilir Iliyas Ilyas Imad Iman Imran Inas Ines Isa Isabel Isac Ismael Ismail Isra Israa Issa Iyad Izad Jaafar Jabir
Jack Jad Jafar Jalal Jalil Jama Jamal James Jamila Jana Jasim Jasin Jasmin Jasmina Jasminka Jawad Jelena Jiwan Jiyan
Joanna Josephine Joud Jouri Judi Julian Juma Juni Kahin Kaltrina Kamal Karam Kareem Karim Karima Kassem Kaveh Kawa
Kenan Khadar Khadija Khadra Khaled Khalid Khalifa Khalil Khayre Kian Kiana Kimberly Kosovare Kushtrim Labinot Lamar
Lamin Lana Lara Latifa Lawand Layal Layan Layla Leen Leia Lejla Leon Leona Leotrim Levi Leyla Liban Lily Liridon
Liridona Lirim Liselotte Livia Loay Logan Loke Loui Lova Lubna Lucy Luka Lulzim Luwam Lyana Mahdi Maher Mahir
Mahmood Mahmoud Mahmud Mahsa Mai Majd Majed Maka Malak Malek Malik Mamadou Manal Mansour Marah Maram Mariam Mariama
Marwa Marwan Maryam Maryan Masoud Mazen Mebrahtu Medina Mehdi Mehran Meja Melat Melina Melissa Melvin Merhawi Merima
Merlin Meron Mesfin Meysam Milad Milian Milla Milo Milton Mira Miranda Mirlinda Mirna Mirza Moayad Moaz Moha Mohamad
Mohammed Mohamud Mohanad Mohsen Molly Morad Mortaza Mostafa Mouhamed Mourad Moustafa Muath Muhammad Muhammed Muhanad
Muna Munir Murad Murtaza Musab Musse Mustafa Mustafe Nabil Nada Nadim Nadir Nael Naema Nagham Nahla Nahom Najah
Najib Najma Narges Nasim Nasra Nasrin Nasro Nasser Natnael Navid Nawal Nazanin Nebil Negar Nellie Nelly Neo Nermin
Nermina Nichlas Niclas Nicolas Nicole Nidal Nikita Nima Nimo Nisrin Nizar Noel Noelle Noor Noora Norah Nour Noura
Nova Nur Nura Nurto Obada Obaida Odai Ofelia Oliwia Omar Omer Omid Osama Othman Ouday Parisa Parwana Payam Penny
Petter Peyman Pouya Qadir Qamar Qasim Qusay Raed Raghad Rahaf Rahel Rahim Rahma Rahwa Rama Ramadan Ramez Rami Ramin
Ramla Rana Rania Ranim Rasha Rashid Rasoul Rayan Rebaz Rebin Redwan Reem Reza Rezan Rida Rima Rinor Robel Rodin Roj
Ronahi Roni Ronja Roya Roza Rozhin Ruba Ruqaya Ruwayda Saad Saadia Saba Sabah Sabrin Sacdiya Sadik Safa Safia Saga
Sagal Sahar Sahra Said Saida Sajad Sajjad Sakariya Salah Salam Saleh Salem Salim Sally Salma Salman Salwa Saman
Samar Samatar Sameer Samer Samia Samir Samira Samiya Sanaa Sanna Sardar Sarwar Sawsan Sead Selam Semhar Semir Senad
Senait Shabnam Shadi Shahad Shahin Shahram Shaima Sham Shamso Sharif Sharmake Shervin Shilan Shirin Shpend Shukri
Sidra Sigge Simret Sirin Sirwan Smilla Soha Sohail Soran Soraya Stina Suad Suhaib Suheyb Sulaiman Suleiman Suleyman
Sumaya Suzan Taha Tahani Taher Tala Taleb Tamer Tarek Tareq Tarik Tariq Tedros Teo Tesfay Tess Theodore Thilde Tiam
Tiffany Tilda Tilde Tindra Tom Tova Troy Tsegay Ubah Umaima Umar Usama Usman Valon Vilgot Vjosa Waleed Walid Warda
Warsan Wasim Wassim Weam Wilhelm Willie Wilmer Wissam Xaawo Yacoub Yacub Yahya Yamen Yara Yaser Yasin Yasir Yasmine
Yasser Yassin Yazan Ymer Yonas Yonatan Yosef Yosief Younes Yousef Youssef Yunus Yusra Yusuf Zahra Zahraa Zaid Zain
Zainab Zakaria Zakariya Zaki Zana Zeinab Zeynab Zeyneb Ziad Zina Zineb Zlatan Zoe Zoey Zubeyr
`;
