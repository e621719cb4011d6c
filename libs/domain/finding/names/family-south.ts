/** Family names of the Balkans, Turkey and Kurdistan: Faker 10.6.0 (MIT), locales hr, sr_RS_latin, tr, ku_kmr_latin. */
export const FAMILY_SOUTH = `
Abacı Abadan Abadžić Abadžija Abalıoğlu Abay Abazović Ačanski Acar Açar Aćić Ačić Aćimović Aćin Açıkalın Açıkgöz
Aclan Adal Adamović Adan Adanır Ađanski Adašević Adem Adin Adıvar Ağa Ağaoğlu Ağca Ağırbaş Aguridić Ahić Ahmetspahić
Ajvazović Akal Akalın Akan Akar Akay Akaydın Akbaba Akbay Akbulut Akçal Akçalı Akcan Akçay Akdağ Akdemir Akel Akgül
Akgün Akgöz Akifović Akın Akıncı Akışık Akkan Akkaş Akkaya Akkoç Akkor Akkoyun Akkoyunlu Akkurt Akman Akpınar
Aksakal Akšam Aksel Aksentić Aksentijević Aksić Aksin Akşit Aksović Aksoy Aksungur Aktaş Aktay Akyel Akyıldız
Akyürek Akyüz Aladić Aladžić Alaković Alan Alanović Alargić Alavanja Alavantić Aleksić Alev Alfermann Aličić Alidi
Alih Alija Alikavazović Alıcı Aljančić Alkaya Alkhamis Alković Almašac Alnıaçık Alparac Alpman Alpuğan Altınay
Altınbaş Altınel Altınışık Altınok Altıntaş Altıok Altun Altuntaş Aluga Alyanak Anđelić Anđelković Andesilić Andić
Andonov Andonović Andrejević Andrejić Andrejin Andreković Andriška Angster Antoni Antonić Antonović Antović
Antunović Antušević Anučin Anušić Arap Aras Arda Arhanić Arıcan Arığ Arık Arıkan Arlović Arman Arpaši Arsenić Arsić
Arslan Arslanoğlu Ašađanin Ašanin Ašćerić Aşçı Asil Ašimi Aşık Aşıkoğlu Aşkın Aškraba Aškrabić Aslan Aslanoğlu
Ašonja Atakan Atakol Atalık Atan Atasever Atay Ateş Atik Atıcı Atılgan Atlı Avcı Avcıoğlu Ayaydın Ayaz Aybar Aycan
Aydan Aydemir Aydın Aydoğdu Aygün Ayhan Aykaç Aykan Aykurt Aytaç Aytek Aytekin Ayverdi Azad Aždajić Azinić Babac
Babacan Babalı Babalj Babaoğlu Babarogić Babatz Babel Babić Babin Babović Baburić Bacalo Bademci Badjuk Bağış
Bahadır Bahun Bajčetić Bajčić Bajšanski Bakal Bakaran Bakarec Bakırcı Bakırcıoğlu Balaban Balabanović Balašević
Balašković Balaž Balažević Balcı Balešević Baleta Baletić Balević Balinčić Baljak Ballı BalogŠandor Baltacı Baltin
Bandić BandićŠtimac Bandl Banić Banićević BanićJokić Banjac Banjak Banjalić Banjari Banov Baran Baranjec
BarbarićŠehić Barbarosoğlu Bardek Barinić Barisić Barišić Barlas Baroševčić Barošević Bartulin Barzani Basar-Klapec
Başaran Basarić Başer Basmacı Başoğlu Bastać Bastajić BatinićŠantić Batnožić Bato Baturalp Bawer Bayazıt Baydar
Bayer Baykam Bayraktar Bayraktutan Baysoy Beđan Beissmann Bekavac Bekčić Bekdik Bekjarev Beko Bekonja Bekovac Bektaş
Bektaşoğlu Bekvalac Belcar Belčević Belenzada Belić Belivuk Belojević Belopoljac Beloševac Belošević Belović
Belovuković Benaković BenašićPavlović Berak Berberoğlu Beribak Berk Bernatović Berxwedan Beşerler Beşikçi Beşok
Bićanin Biçer Biglebauer Bildik Bilge Bilgen Bilgiç Bilgin Biljan Bilogravić Bilopavlović Birčaković Birčanin
Birinci Birlik Biro-Datković Birtašević BiškićMerkaš Bivolarević Bizetić Bizumić Bıçakçı Bjelanović Bjeletić Bjelić
Bjelica Bjeličić Bjelinić Bjelivuk Bjelja Bjeljac Bjelkić Bjelobaba Bjelobrk Bjeloglav Bjelogrlić Bjelojević
Blaćanin Blaško-Vidosavljević Blašković Blatančić Blažanović Blazević Bobeta Bobinac Bocić Bočkai Bockovac-Kunštek
Bocokić Bodiroga Boduroğlu Bogisavljević Bogoljubović Bogosavac Bokanović Bolat Bolatlı Bolf-Kovačić Bolkovac
Bolot-Salaj Bolta Boltić Bolunović Bomeštar Bonderović Bondžić Boratav Borčanin Borilović Borinčević Borisavljević
Borkovački Borković Borovac Bosanac Bosančić Bosiljčić Bosiljkić Bosiljković BošnjakovićHolik Boyacı Boz Bozalo
Božanić Božanović Bozdoğan Bozdok Bozdokov Božičanin Božičić Božićković Božičković Bozkır Bozkurt Bozoğlu Bradvić
Brahaj Bratojević Bratonožić Bratović Brđanin Brđović Brešković Brežančić Brezo Brezovac Brezovnjački Brinjak
Brisuda Brkanović Brkić BrnićLevada Buač Buača Bubalo Bucaklı Bucalo Bucalović Bučanin Bučkalović Budak BuđićHalas
Budimčić-Kovačević Bujak Bulaja Bulak Bulatović Buljat Buljin Buljubašić Buljugić Bulovan Bulut Bunoza Bunuševac
Burani Burazer Burazor Burđak Burević Burgić Buruk Busak Bušetinčan Buslaver Butarević Bölükbaş Bölükbaşı Čabaj-Adam
Čabro Cacciamani Čaće Çağıran Čajka Čajko Cajner Cajzler Çakır Čaleta Čamagić Çamdalı Čamdžić Čanaki Čančar Candan
Čandrlić Canjko-Novak Çapanoğlu Capek Čapkunović Čaprnjić Čarapić Čarapina Čaraveša Carić Čarnić Čarović Cartl
Çatalbaş Čatalinac Čatić Čavalić Čavaljuga Čavdarević Čavić Čavlina Cehmajster Čelar Čelebija Çelik Cemal Ćenan
Čengija Čerkašin Çetin Çetiner Çevik Čičmak Cikota Cilikan Cimbaljević Cimerman Cimeša Činčurak-Kovač Čipanj
Čipanj-Banja Čisar Ciwan Čizmar-Tormaš Čobanović Čokov Čolak Čolaković Čolanić Čolina Ćora Ćorak Crnogaj Csapo
Csordas Čudina Ćukalac Ćukalović Ćukić Ćuković Ćukteraš Ćulibrk Ćuslović Čvagić Cvetković Cvetljanin Cvetojević
Cvetuljski Cvijan Cvijančević Cvijanović Cvijetić Cvijetin Cvijetinović Cvijić Cvjetičanin Çörekçi Dabčević Dabić
Dabižljević Dabnjak Dabović Dačković Dačović Dadić Dafunić Dağdaş Dağlaroğlu Dagović Daišević Dajić Dajlić
DakićKožić Dalkıran Dalleaste Damljanović Danenhauer Daražac Dašić Davidović DavidovićAmić Deđanski Dedejić Dedijer
Đedović Dejanović Đekanović Đekić Đeković Delalić Đelić Đelkapić Đelmaš Đelošević Demir Demirbaş Demirel Đenić
Denkel Đenović Dera Đerašević Đerasimović Đergović Đerić Đerisilo Dersim Devald DevčićKatić Devedžić Devetak Devrnja
Dildar Dimčević Dimčić Dimić Dimitrić Dimitrijević Dimitrovski Dimkić Dimković Dimović Dimšić Dingarac Divald
Dizanov Dizdar Djetka Djurasek Dobrilović Dobrinković Dobrosavljević Doğan Dokonal Đoković Dokoza Dolaček Dolović
Đolović Domanović Domazet Domiševac Domjan Domljan Dončić Dondur Donević Dopša Dopuđa Dorić Doronjski Dorontić Doža
Drač Dračić Draganović Dragić Dragin Dragojlov DragovićZafred Drakčić Dramlić Drašković Drča Drčelić Drenjačević
Drešević Drinić Drinjak Drljača Drljan Drmanac Drmanović Drmončić Drvarević Drvenica Dubravec Dugaja Đukelić Dukovac
Dumanjić Đumija Dumnić Đunda Dupan Durak Durmaz DuvnjakČuljak Duygulu Dvizac Dvokić Dvoranac Düşenkalkar Džakmić
Džakula Džal Džanija Dženopoljac Džepina Džigumović Džigurski Džikić Džinić Džodanović Egeli Egelja Egeljić Egerić
Egić Ekici Ekşioğlu Elçiboğa Eliaš Eliçin Elmastaşoğlu Erbay Erberk Erbulak Erçetin Erdoğan Erez Erginsoy Erkekli
Eronat Ertepınar Ertürk Evliyaoğlu Fabijanović Fabjan Faculjak Fahham Fajdetić Farčić Farkaš Fekonja Ferat Filipan
Fišbah Flačer Flaman Flanjak Floričelović Fodulović Folivarski Francezi Francišković Franić FranjićAbramić
FranjićZelić Frazi Frigan Fundak Furgala Furlan Gabud Gačanović Gačević Gačić Gaćina Gaćinović Gađanski Gadžić Gagić
Gagović Gagričić Gagro Gajdoš Gajec GajgićMatić Gajski Galić Galinac Galjak Galjen Galjer Galošević GanzŽuparić
Garonja Gašpić Gavrić Gavrilović Gavrović Gazdić Gazibara Gazivoda Gažo Genjega Gerhardt Glasnović Glavač Glavati
Gleđa Gledić Glintić Glođović Gložanski Gluhović Glukčević Glumac Glumpak Godanj GolićSamaržija Gombai Gombay Goran
Goričanec Gorjanski Grabež Grabić Grabovac Gradištanac Gradojević GrebenarŽarmen Grgurević Griesbacher Grkavac
Grkinić Grladinović Grozdanović GrubešićBarbir Grubnić Gučanin Gunjača Gušanović Gušatović Gušavac Guševac Gušić
Gušović Gutal Gutrovac Guzina Gül Güler Gümüşpala Günday Güneş Gürmen Gönültaş Hađa Hadžibeganović Hafner Hajdinjak
Hajnc Hakyemez Hamzaoğlu Handžić Hango Hanižar Hannich Hanzl Harač Haramija Hasanica Havojić Heleta Herjavec Heval
Hidošanin Hirnštajn Hlapec Hlasni Hlavati Hodanovac Hodovanj HohošBabić Homa Horaček Hovanjek HrešićDubaić Hribar
Hrkalović Hrnjak HusakovićHodžić Huzanić Ibranović Ibrić Ičelić Igov Igrić Ihasz Ilančić Ilić Iličin Ilin Ilinčić
Ilisić Ilıcalı Isakov Işık Išpiranović Ištoković Išvan Ivančan IvankovićBon Ivas Ivkovac Jablanov Jaćimović Jaćović
Jadro Jagica Jagušić Jakobek Jakolić JakušMejarec Janečić Janeković Janevski Janka JankovićBešlić Jankovitch
JanoševićFranz Januško Jarnec Jašarević Jauk Jazbinšek Jazvinšak Jeftić Jeftović Jelačić Jelašić Jelica Jelisavac
Jenkač Jerab Jeremić Jereminov Jergić Jerinić Jerinkić Jerkov Jerković Jeuša Jevđenić Jevđenović Jevđević
Jevremčević Jevremov Jevremović Jevrić Jevrosimov Jevrosimović Jevtanović Jevtić Jevtović Jezdić Jezdimirović Jiyan
Jocković Jokanović Jokić Jokičić Jokin Joković Joksimović Jordanović Jostiak Jovančević Jovanović JovanovićFiličić
Jurašić Jurašković Jurišević Jurišić JurišićSpajić Jurišin Jurjević Kabić Kablinović Kačaniklić Kačar Kačarević
Kačavenda Kadijević Kadnar Kadri Kahveci Kainović Kaitović Kajganić Kalaba Kalabić Kalajanović Kalajdžić Kalajić
Kalajitović Kalamiza Kalendić Kalić Kalinski Kaluđerski Kamber Kamenički Kamenov Kaminski Kandecki Kanić Kanižaj
Kaplangı Kaproncai Kapulica Kapusta Karabulut Karaböcek Karać Karadamis Karadaş Karađorđević Karaduman Karaer
Karajčić Karakašević Karaman Karamarković Karamata Karan Karapetrić Karašićević Karatošić Karaulac Karaulić
Karavidić Kardoš Karika Karlak Karlić Karlinski Kartal Kašanin Kasapoğlu Kasavica Kaselj Kašiković Kašterović
Katarinček Katoi Katulić Kavaklıoğlu Kawa Kaya Kazenski Keçeci Kekić Keleka Keleman Kemal Kemfelja Keseroğlu Kešina
Keskin Kićanović Kičema Kićeskulov Kićevac Kičić Kihas Kišfalubac Kitić Kitonjić Kizivat Kılıç Kılıççı Kıraç Klačar
Kladar Kladarin Klasanović Klašnja Klečina Klikovac Klimczak Klimović Klinac Klincov Klinić Klišanin Klječanin
Kobela Kobia Koç Kocabıyık Kocman Koçoğlu Koçyiğit Kofranek Kogan Kojčić Kojčinović Kokanov Kokanović Kokoškov
Koković Kolak Kolaković Kolarac Kolarević Kolarić Kolarov Kolesarić Kolgjeraj Kolompar Kolonja Kolović Kolundžić
KolundžićRadić Kolundžija Komad Komadinić Komadinović Komak Komanov Komanović Komarčević Komarčić Komarica
Komarnički Komaromy Komarov Komatina Komatinović Komatović Komazec Komljen Komljenović Komluški Komnenić Komnenov
Komnenović Končar Konrad Konta Kopanec Kopas Kordić Kordin Kordulup Korica Korkmaz Korol Korotaj Korpaš Korša
Korušac Kosalec Košanin Košarac Košević Košničar Košničarević Košpić Kostadinović Kostić Kostin Koštunica Košutarac
Košutić Kotaranin Kotaraš Kotarčević Kotarlić Kotević Kotrljanović Kovalski Kovčin Kovinčić Kovinjalo Kovjanić
Kovljenić Kovrlija Koyuncu Kozarac Kozarev Kozarević Kozarski Kozić Kozlica Kozlina Kozlovački Kragl Kragulj
Kraguljac Krahovski Krainčanić Krajina Krajinović Krajišnik Krajnović Kralj Kralja Kraljinović Krasić Kratofil
Krčevinac Krčmar Krčmarević Kremanac Kremenović Kresoja Kresojević Kresonja Kreštalica Krga Kričak Krička Kričković
Krilović Krinulović Krišan Krišanov Krišanović Kristić Krivaćević Krivaja Krivčević Krivda Krivokuća Krivošić
Krivošija Križić Krkalo Krkeljić Krkić Krkljuš Krkobabić Krpović Krsmanić Krsmanović Krsmić Krspogačin Krstajić
Krstanović Krstekanić Krstić Krstičić Krstin Krstinić Krstivojević Krstonić Krušarovski Krušković Kružević Krvavac
Krznarić Kubena Kučara Kućinac Kuday Kudeljaš Kuhar Kujavec Kukuljica Kukuružnjak Kulaksızoğlu Kumcuoğlu
KunićBukovac Kunt Kunter Kupusinac Kuraica Kurćubić Kurčubić Kurevija Kuridža Kurija Kurilić Kurjačić Kurjački
Kurmazović Kurnoga Kurobasa Kurtak Kurtanjek Kurtuma Kuručev Kurucić Kurutluoğlu Kušan Kusanović Kušić Kušljević
Kušljić Kutlay Kutlija Kuželj Kužet Kuzmanić KuzmanićŠarac KuzmanovićĐorđević Kuzucu Kvačanović Kvekić Kvrgić
Küçükler Körmükçü Köse Köybaşı Köylüoğlu Labalo Laban Labanac Labotić Labus Lačanin Laćman Lačnjevac Lađevac Lađević
Lađinović Laforza Laitkam Laketa Laketić Lakić Laletin Lalić Lambić Lapčević Lazanski Lazarac Lazarev Lazarević
Lazarov Lazendić Lazetić Lažetić Lazić Lazin Lazinica Lečić Lelović Lemaić Lemajić Lemić Lenhard Leontijević
Leposavić Lepović Lepšanović Lero Lesendrić Lešević Lešina Leutarević Levajac Levanić Lilić Limoncuoğlu Lipka Livaja
Livazović Ljevnaić Ljiljan Ljubojević Ljubomirović Ljubotina Ljubović Loboda Logožar Lomić Lomović LošićKrizmanić
Lubina Lučanović Lučar Lučić Ludban Lukač Lukačević Lukačin Lukenda Lukendić LukićKovanović Lužaić Macanić Macele
Macko Madić MadunićFlauder Madžić Magdalenić Magdić Maglajić Mahmudi Majača Majkić Majnik Majović Majstorović
Majstrenko Maksimović Malbašik Malečić Malešević Malićanin Malinić Malivuk Malobabić Malojčić Maltašić Malvić Mamula
Manastirlić Mandarić Mandić Mandoković Mandrapa Manfred Manjak Manjenčić Maračić Marak Maraković Marasović Marčec
Marčik Marčinković Margić Marić Maričević Marinčić Marinković Marino Marinović Marisavljević Marjanov Marjanović
Markotić Marković MarkovićŠarac Markuš Marmeggi Maroević Marošićević Marović Marsenić Martać Martinac Martinov
Martinović Marunica Mašala Maslać Mašojević Matanić Mataz Matić Matijanić Matijašević Matijević Matorić Matoš
Matusina Mautner Mauzer Mayhoş Megdanac Mehmet Menemencioğlu Menrat Mertoğlu Mesarić MesarošBelanji Meszaroš Mičan
Mihaljec Mijaković Mijota Mikac MikešićMerda MikićVučak Mikodanić Mikula Mikuta Milak Milanković MilišićKovačević
Miljanović Milla Miodrag Mitanović Mlađenović Mlikota Mohnacki Moslavac Mucalj Mucavac Muhar Munda Munkaš Muradbašić
Murati Muženjak Nača Nagypalfi Najduk Nalbantoğlu Nanaić NaumovskiČizmar Nebioğlu Nenadov Nenadović Nesladek Nezaj
NikolićKovačić Nowosadek Numanoğlu Obrežanac Odobašić Okumuş Okur Olah Olbina Ondrašek Opačić Oprić Opricović
Opsenica Opuić Opuvačić Orak Oraloğlu Oraovčić Orašanin Oravec Orbanić Orbay Orgulan Orlović Oršanić Osmak Osmanlić
Otartić Ovčina Owais Ožanić Ozansoy Pačanin Pačariz Pađen Pahanić Pahert Pajčić Pajeska Pajkurić Pajtl Paksüt
Palačković Palašti Palavestra Palić Paligorić Palija Palikuća Pališaški Paljević Panežić Panišić Panjak Panjević
Papak Paravinja Parmaković Parojčić Parović Parun Pašagić Pašalić Pašić Patača Patačić Patafta Patarac Patila Patko
Patković Patrnogić Patrun Pauković Paunković Pavčić Pavelić Pavešić Pavlačić Pavličić Pavlov Pavlović Pavrlišak
Pazmanj Pećar Pećina Pekkan Pektemek Pena Penčić Penezić Penić Penjišević Penović Peović Pepelčević Peran Perlaš
Perša Pešorda Petrijevčanin Petriševac Petrovac Piha Pisarević Piškorjanac Pitinac Pivar Pješčić Pješivac Placento
Plačić Plačko Plakalović Plamenac Plantak Plaščar Plaskur Plazonja Plazonjić Plejo Plemić Pleša Pleška Pleskonjić
Poçan Pocrnja Podbarac Podpadac Pogačić Polančec Polat Polšak Ponjavić Popčić Popržan Poštić Potočar Poyrazoğlu
Požarac Prakatur Prangart Prebiračević Predić Predin Predojev Predojević Predović Predragović Preloščan Preočanin
Prerad Preradović Prkosovački Prohaska Prošić Protić PuačMatešić Puharić Puškarčuk Putinčanin Putnik Puzavac
Puzigaća Rabić Rabljenović Radigović Radijevac Radinović Radisavčević Radisavić Radisavljević Radišević Radivojac
Radivojša Radl Radlović Radmanović Radomirović Radonja Radonjanin Radonjić Radotić Radovac Radovanac Radovanković
Radovanlija Radovanov Radulaški Radulić Radulj Raduljesković Raduljević Radulović Radušić Radusilović Radusinović
Raduški Rafailović Raich Rajčević Rajs Rajš Rajšić Rajtek Rakanović Rakarić Raković Rakušić Ralbovski Ramač
Randunković Rangelov Rapovac Raščanin Rašetarević Rašetić Rašević Rasić Rasinac Rašović Raspopović Raspudić
Ratkovčić Razić Rečević Rehak Remeta Renčar Rendulić Renovčević Renovica Repac Repija Resković Reşo Ribar
RibićGreganić Rica Rimai Rittgasser Ročkomanović Rogulja Romčević Rondović Rosandić Rošević Roškić Rothenbacher
Rovčanin Rožac Rozgić Rudan Rumenić Rušanoski Sabljak Sabolčec Sabolski Sadiki Sadıklar Šadl Sadović Sadžak Šafarić
Sagadi Šagodić Şahin Šajinović Šajtoš Šakanović Samancı Samohod Samohodaj Samolov Samolovac Šamšalović Sanadrović
Sandalcı Sandalj Sandić Sando Šantor Šargač Šarić Sarı Sarıoğlu Šaruga Šašek Satner Savevski Saygıner Schermann
Schumacher Schutzbach Sedarević Šegavčić Šegota Šekularac Şen Šenica Sepetçi Serhat Şervan Šesta Šetula Sezek
Šiketanc Sikora Šimak Šimatić Simić Simićević ŠimićŠebalj Simijonović Simin Simjanović Šimlješa Simojlović Simonović
Şimşek Simulov Simunović Simurdić Sinanoğlu Šiptar Sitarić Skandović Skeledžija Skenderija Skorupan Skračić Skroban
Sladaković Sladić Sladoje Sladojević Sladović Slamarski Slamek Slankamenac Slatinac Slavković Slijepac Slijepčević
Slobođanac Slobodanović Slobodjanac Slonja Smaić Smailbegović Smajlović Smiljan Smiljanec Šmitran Smoljanec
Smoljanić Šmrčak Šobar Šobota SokolićMihalak Solak Solga Solmaz Šolta Šomođvarac Somrak Šorgić Šormaz Šorša Šostarec
Šostarko Šotić Šotra Španiel Sparić Spasenić Spasenović Spasić Spasković Spasojev Spasojević Špernjak Špiranec
ŠpoljarićPerhat Srakić Štajhofer Štampf Štangl Stanijanović Stanijević Stanikić Staniša Stanivuković StankovićMarton
Stapić StarčevićMatijaško Starovlah Stašćik Štasni Štefančić Stepanić Stepanov Stepanović Stevelić Stevilović Štimac
Stokanović Straka Stranski Strepački Štriga Strikinac Strmota Stubičan Stuparić Sučević Suđić Šujdović Šukalo
Šukalović Šukara Šulovnjak Šuman Sunarić Šundalić Suša Sušac Šušak Šutaković Šutanovac Suvačarov Suvajac Suvajčević
Suvajdžić Suvala Suzović Švab Svirčev Svoboda Svorcan Svrakačić Svrtan Süleymanoğlu Szikra Sözeri Tabaček
Tahincioğlu Tahirović Takalić Talabani Talapka Talavanić Tamindžić Tampolja Tanacković Tanasijević Tanjga Tankosić
Tanrıkulu Tanurdžić Tapavica Tapavički Taş Taşçı Taslak Taşlı Tatomirov Tazegül Tekand Tekelioğlu Tekin Telak
Telebar Telenta Teofilović Teokarević Teovanović Tepavac Tepavčević Tepić Tepša Tepšić Terzić Terzija Tešanović
Tesla Tevdenić Tica Tihomirović Tijanić Tikas Timarić Timotić Tintor Tojić Tokatlıoğlu Tokgöz Tomanović Tomaš
TomaševićRigo Tomasović Tomazović Tomčić Tomljanović Tomović Tomušilović Tončić Tonkovac Topaloğlu Topalov Topalović
Topalski Topçuoğlu Topić Topisirović Topolovac Topolović Toraman Totman Tramposch Travica Treskavica Tretinjak
Tribuljak Trikić Trikošanin Trivkanović Trtica Tubanski Tuğlu Tuğluk Tunaboylu Tunç Tunçeri Tunkova Turajlić Turan
Turnadžić Turza Tustonja Türk Türkdoğan Türkyılmaz Tütüncü Tüzün Ubavić Ubavin Ubavkić Ubiparip Ubiparipović Ubner
Ubović Uca Udicki Udilović Udovčić Udovičić Udovički Udvardi Ugarak Uglješić Ugrčić Ugričić Ukraden Ulemek Uluhan
Umolac Ural Utješanović Uzelac Vadlja Vahala Vaip Vajdička Vajzenbach Vakareskov ValenčićBrkić Valić Varenina
Varićak Varinac Varmuža Varnica Varšava Varzić VaržićBiuklia VaržićBiuklija Vašadi Vaška Vavrikov Vegar Vejnović
Vekecki Vekić Velaja Velanac Velioğlu VeselicaČatipović Veseličić Vesić Vesin Vesković Vezmar Vidaček Viderščak
Vidranjski Vinketa Višekruna Vitman Vlah Vlašić VogronićOpačić Vračar Vračarević Vranjić VranjkovićĆenan Vrbanac
Vrbas Vrbaslija Vrekalović Vrugić Vučeta Vučetić Vučevac Vučkovac Vučković Vučo Vučurević Vujaković Vujeva Vukadin
Vukaljević Vukalović Vukanović Vukašinac Vukasović Vukčević Vukelić Vukelja Vukeljić Vukobradović Vukobrat Vukša
VuksanićPuljek Vuksanović Vukšić Vulčević Vuleta Vuletaš Vuletin Vulić Vulićević Vulišić Vulović Vunak Vunjak
Vunturišević Wdowiak Weinand Wershansky Wertag Xelîl Yalçın Yavuz Yazıcı Yeşilkaya Yetkiner Yıldırım Yıldız
Yıldızoğlu Yılmaz Yılmazer Ülker Ünal Yorulmaz Yüksel Zabrdac Zadnik Zadravec Zadrić Žagarac Zagoršek Žalako Zalar
Zana Zapalac Žarković Zbodulja Zdelar Zdenčan Zdravčević Zebić Zec Zejak Zekan Zelenka Žerajić Žeravica Žgela
Žgrabljić Zijan Zilan Zimonja Zimonjić Zinaić Zinajić Zindović Žipac Zipalović Zipančić Ziramov Zirojević Žirović
Živadinović Živak Živaljević Živanac Živanović ŽivićĆojbašić Žižanović Zlatanović Žmegač Zorica Zrna Zubak
ŽuljevićGrafina Zvanić Zvonar Öcalan Önür Örge Öymen Özberk Özbey Özbir Özcan Özdemir Özdenak Özdoğan Özer Özgörkey
Özkan Özkara Özkök Öztonga Öztuna Öztürk
`;
