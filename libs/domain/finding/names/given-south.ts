/** Given names of the Balkans, Turkey, Poland and Kurdistan: Faker 10.6.0 (MIT), locales hr, sr_RS_latin, tr, pl, ku_kmr_latin. */
export const GIVEN_SOUTH = `
Aaron Aba Abak Abaka Abakan Abakay Abar Abay Abendam Abidin Abı Abılay Abluç Abraham Abşar Acar Açela Açelya Aćim
Açığ Açık Açılay Açuk Acun Ada Adalan Adaldı Adalmış Adam Adar Adaş Adberilgen Adelajda Adelya Adem Adi Adil Adile
Adina Adıgüzel Adık Adıkutlu Adıkutlutaş Adlı Adlıbeğ Adnân Ado Adraman Adrian Adriana Adrijana Adsız Affan Afi
Afitap Afra Afşar Afşin Afşın Ağabay Agâh Ağakağan Ağalak Agata Agaton Ağça Ağlamış Agnieszka Agrypina Ahenk Ahlem
Ahmed Ahmet Ahsen Aida Ak Akalp Akaş Akata Akbaş Akbatur Akbay Akboğa Akbudak Akbuğra Akbulak Akbörü Akça Akçakoca
Akçora Akdemir Akdoğan Akı Akıbudak Akım Akın Akınçı Akıner Akkun Akkunlu Akkurt Akkuş Akpıra Aksungur Aktan Aktekin
Aktimur Ala Alaban Alabörü Aladağ Aladoğan Alakurt Alan Alayunt Alayuntlu Albert Aldemir Aldıgerey Aldoğan Aleksa
Aleksandar Aleksander Aleksandra Aleksej Aleksy Alemka Alenka Alfred Algu Ali Alican Alicja Alina Alisa Alişan
Alişir Alımga Aljoša Alka Alkabölük Alkaevli Alkaşı Alkış Alma Almila Alpagut Alpamış Alparsbeğ Alparslan Alpata
Alpay Alpaya Alpaykağan Alpbamsı Alpbilge Alpdirek Alpdoğan Alper Alperen Alpertunga Alpgerey Alphan Alpike Alpilig
Alpış Alpkara Alpkutlu Alpkülük Alpşalçı Alptegin Alptuğrul Alptunga Alpturan Alptutuk Alpuluğ Alpurungu
Alpurungututuk Alpyörük Altankağan Altankan Altay Altemur Altın Altınkağan Altınkan Altınoba Altıntamgan
Altıntamgantarkan Altıntarkan Altıntay Altmışkara Altuga Alvina Alwar Amabela Amaç Amalija Amanda Amara Ambroży
Amelya Amîr Âmir Ammâr Amrak Amul Anabela Anamarija Anar Anastasija Anastasije Anastazija Anastazja Anatol Anci Anči
Ancica Ančica Ançuk Andaç Andarıman Anđela Anđelika Andelin Anđelina Andelko Andelo Andi Andras Andrea Andrej
Andreja Andrija Andrijana Andrina Andro Andrzej Andżelika Anej Anesa Aneta Angela Angelina Ani Anica Anise Anita
Anıl Anja Anko Anna Ansgary Ant Antea Antek Antoni Antonija Antonin Antonina Antonio Antun Apak Apatarkan Apollinary
Apollo Aprançur Araboğa Arademir Aral Aram Ararat Arbay Arbuz Archibald Arçuk Arda Ardıç Argıl Argu Argun Ariadna
Arif Arîn Arı Arıboğa Arık Arıkağan Arıkdoruk Arın Arınç Arjen Arkadiusz Arkady Arkın Arkış Armağan Arnaç Arnold
Arpat Arsal Arsenije Arseniusz Arsıl Arslan Arslanargun Arslanbörü Arslansungur Arslantegin Arslanyabgu Arşun
Artıınal Artuk Artukaç Artur Artut Aruk Arya Arystarch Aşan Aşanboğa Aşantudun Aşantuğrul Asartegin Asija Asil Asığ
Aşıkbulmuş Asım Asja Aşkın Aslım Asrı Aştaloğul Asuela Asuğ Aşuk Ata Ataç Atakağan Atakan Atalan Atalay Ataldı
Atalmış Ataman Atanazy Atasagun Atasu Atâullah Atberilgen Atilla Atıf Atıgay Atıkutlu Atıkutlutaş Atıla Atılgan Atım
Atımer Atış Atlı Atlıbeğ Atlıkağan Atmaca Atsız Atunçu August Aurora Avan Avar Avdal Avluç Avni Avşar Awar Awaz Ay
Ayaçı Ayas Ayaş Ayaz Aybalta Ayban Aybars Aybeğ Aydarkağan Aydemir Aydın Aydınalp Aydoğan Aydoğdu Aydoğmuş Aygırak
Ayhan Ayıtmış Ayız Ayızdağ Aykağan Aykal Aykan Aykurt Aykut Ayluç Ayluçtarkan Ayma Aynur Ayren Ayruk Aysar Ayşıl
Aysılığ Aytaç Aytak Aytekin Aytuğ Ayvaz Ayyıldız Azad Azak Azban Azgan Azganaz Azîme Aziz Azizhan Azıl Azmi Babacan
Babır Babur Baçara Baççayman Baçman Badabul Bade Badruk Badur Bağa Bağaalp Bağaışbara Bağan Bağaşatulu Bağatarkan
Bağatengrikağan Bağatur Bağaturçigşi Bağaturgerey Bağaturipi Bağatursepi Bağdagül Bağış Bağtaş Baha Bahadır Bahri
Bahtiyar Bakağul Bâki Bakır Bakırsokum Baksı Bakşı Balaban Balaka Balakatay Balamır Balçar Baldu Baldwin Balın
Balkık Balta Baltacı Baltar Baltır Baltur Bamsı Bangu Bara Barak Baraktöre Baran Barbara Barbeğ Barboğa Barbol
Barbulsun Barça Barçadoğdu Barçadoğmuş Barçadurdu Barçadurmuş Barçan Barçatoyun Bardıbay Bargan Barica Barımtay
Barın Barış Barkan Barkdoğdu Barkdoğmuş Barkdurdu Barkdurmuş Barkın Barlas Barlıbay Barmaklak Barmaklı Barman Bars
Barsbeğ Barsboğa Barsgan Barskan Barsurungu Bartu Basademir Başak Basan Basanyalavaç Basat Başbuğ Başçı Başgan
Baskın Başkırt Başkurt Basmıl Baştar Bastı Bastuğrul Basu Basut Batrak Battal Batu Batuhan Batuk Batur Baturalp
Bawer Bay Bayançar Bayankağan Bayat Bayazıt Baybars Baybayık Baybiçen Bayboğa Baybora Baybüre Baydar Baydemir Baydur
Bayık Bayınçur Bayındır Baykal Baykara Baykoca Baykuzu Baymünke Bayna Baynal Baypüre Bayraç Bayrak Bayram Bayrı
Bayrın Bayruk Baysungur Baytara Baytaş Bayunçur Bayur Bayurku Bayutmuş Bayuttu Baz Bazır Bazyli Beata Beatrycze
Beçeapa Beçkem Bedir Bedirhan Bediz Bedran Bedreddin Bedri Beğ Beğarslan Beğbars Beğbilgeçikşin Beğboğa Beğçur
Beğdemir Beğdilli Beğdurmuş Begi Begil Begine Begitutuk Beğkulu Beglen Begni Beğtaş Beğtegin Beğtüzün Behçet Behiç
Behlül Behram Behrem Behzat Bek Bekazıl Bekbekeç Bekeç Bekeçarslan Bekeçarslantegin Bekeçtegin Beker Bekir Beklemiş
Bektaş Bektür Bela Belçim Belçir Belek Belemir Belgi Belgüc Belimir Belma Beltir Beltun Benedykt Bengi Bengü
Beniamin Benice Benli Benlidemir Bera Berat Berçem Berceste Berçin Berdan Berdibeğ Berendey Berfîn Berginsenge Bergü
Berinay Berislav Berîtan Bêrîtan Berîvan Berk Berkan Berkay Berke Berkin Berkiş Berkyaruk Bermek Bernard Berran
Berre Berta Berti Bertram Bertrand Berva Beşar Besentegin Beşer Besim Beşir Besra Betemir Beyizçi Beyrek Beyrem
Bibiana Bibianna Biçek Bilâl Bilge Bilgebayunçur Bilgebeğ Bilgeçikşin Bilgeışbara Bilgeışbaratamgan Bilgekağan
Bilgekan Bilgekutluk Bilgekülüçur Bilgetaçam Bilgetamgacı Bilgetardu Bilgetegin Bilgetonyukuk Bilgez Bilgiç Bilgin
Bilig Biligköngülsengün Bilik Biljana Binbeği Bindir Birol Bisenija Biserka Bıçkı Bıçkıcı Bıdın Bıtaybıkı Bıtrı
Blagica Blagoje Błażej Boban Bobana Boğa Boğaç Boğaçuk Bogdan Bogdana Bogoljub Bojan Bojana Boldaz Bolmuş Bolsun
Bolun Boncuk Bongul Bongulboğa Bora Boran Borçul Boris Borivoje Borjan Borka Borko Borlukçu Borna Bornak Borys
Bosiljka Boško Botan Boyan Boyankulu Boylabağa Boylabağatarkan Boylakutlutarkan Boža Bozan Bozbörü Bozdoğan Božena
Božica Božidar Bozkurt Bozkuş Bozok Brajan Branimir Branimira Branislav Branka Brankica Branko Brigita Bruno Brygida
Buçan Buçur Budağ Budak Budimir Budunlu Buğday Buğra Buğrakarakağan Bukak Bukaktutuk Bulaçapan Bulak Bulan Buldur
Bulgak Bulmaz Bulmuş Buluç Buluğ Buluk Buluş Bulut Bumın Bunsuz Burak Burçak Burguçan Burhan Burkay Burslan Burulday
Burulgu Burunduk Buşulgan Butak Butuk Buyan Buyançuk Buyandemir Buyankara Buyat Buyraç Buyruç Buyruk Buzaç
Buzaçtutuk Büdüs Büdüstudun Bügdüz Bügdüzemen Büge Bügü Büğübilge Bükdüz Büke Bükebuyraç Bükebuyruç Bükey Büktegin
Büküşboğa Bülent Bümen Bünyamin Bünül Büre Bürgüt Bürkek Bürküt Bürlük Bögde Böge Bögü Bökde Böke Bölen Bölükbaşı
Bönek Bönge Börteçine Börü Börübars Börüsengün Çaba Çabdar Çablı Çabuş Cafer Çağan Çağatay Çağdaş Çağıl Çağla Çağlar
Çağlayan Çağrı Çağrıbeğ Çağrıhan Çağrıtegin Çağru Cahid Çalapkulu Can Cana Canalp Cândar Canel Caner Cangül Cankan
Çankız Cannur Cansel Cansın Čarna Časlav Cavid Cebe Ceca Cecylia Cecyliusz Čedomir Celal Celâleddin Celasun Çelen
Çelik Celil Cem Cemal Cemali Çemen Çemgen Cemil Cenk Ceren Çeşminaz Çetin Çetinel Çetiner Cevahir Cevat Ceyda Ceyhun
Çeykün Ceyla Ceylan Ceylin Ceylinaz Cezary Cezmi Chloe Çiçek Çiçem Çiğdem Cihad Cihan Cîhan Cihangir Cihanşah Çilay
Çilenti Çiler Cilvenaz Çimen Çise Çişem Çisil Civan Çîya Çıgıl Cılasun Çıngır Çobulmak Çocukbörü Çokramayul Çolman
Çolpan Coşkun Coşkuner Cumhur Cvijan Cvijetin Cübeyr Cüneyt Cyra Cyrus Cyryl Çölü Dabiživ Dada Dado Dağhan Dagmar
Dajana Dalibora Daliborka Damian Damil Damir Damjan Damjanka Damla Danica Daniel Danijel Danijela Danila Danilo
Danka Danko Dara Daria Darija Darina Darinka Dario Dariusz Darko Dâver David Davor Davorin Davud Dawid Dea Defne
Dejan Dejana Delal Demet Demetriusz Demiralp Demirhan Deniz Denizalp Derin Dêrsim Derviş Derya Desanka Desimir
Destan Deste Devran Diana Dicle Dîcle Diclehan Didem Dijana Dikmen Dilan Dîlan Dilara Dilaver Dilay Dilber Dilberay
Dildar Dildâr Dilek Diler Dilhan Dilovan Dilruba Dimitrije Đina Dinç Dinçer Dionizy Direnç Diri Dîroj Dîrok Divna
Dizik Dobrila Doğan Doğanay Doğaner Doğu Dolunay Domagoj Dominik Donald Donat Donata Donka Dora Dorana Đorđe Dorian
Dorica Dorota Dorotea Doroteja Dragan Dragana Dragica Draginja Dragiša Dragoje Dragojlo Dragoljub Dragoslav Dragutin
Draža Dražen Dren Drina Držimir Držislav Dubravka Dubravko Duje Dujo Dunja Đura Đurađ Đurda Đurica Durmuş Duru
Dururbunsuz Dušan Dušanka Dušica Duška Duško Duygu Dündar Dünya Dürdane Dürriye Döndü Ebin Ebkızı Ebren Ebru Ebuzer
Ece Ecehan Ecem Ecevit Ecmel Ecvet Eda Ede Edgar Edhem Edil Edita Ediz Edmund Edward Edwin Edyta Efe Efken Eflah
Efraim Efrem Efsun Eftalya Egemen Eğrim Ekeç Ekim Ekin Ekmel Ekrem Ela Elçin Eleazar Elena Eleonora Elgin Eli Eliasz
Elif Eliza Elka Elkin Elmas Elti Elvan Elwira Elżbieta Ema Emanuel Emced Emel Emil Emilia Emilija Emilijan Emin
Emine Emrah Emre Emrullah Ender Enderun Enes Engin Enis Enise Ensar Enver Eralp Erast Eray Erberk Ercan Erçin
Ercüment Erda Erdal Erdem Erdeni Erdenikatun Erdeniözük Erdinç Erel Eren Erentüz Ergene Ergenekatun Ergin Ergün
Ergüner Erhan Erik Erinç Erkâm Erkân Erke Erman Ermen Ernest Erol Erşan Ersin Ertan Erten Ertenözük Ertuğrul Erwin
Esat Esen Esenbike Eser Esin Esmeray Eşref Estera Ethem Etil Eudokia Eudoksja Eugenia Eugeniusz Eustracjusz Eva Evar
Evdokija Evelin Evin Evîn Evran Evren Evşen Ewa Ewelina Eyiz Eylül Eymen Eyşan Eyüp Ezrak Fabian Fabijan Fadime
Fadıl Fahrettin Fahri Fahriye Fahrünissa Faik Fâlih Faris Faruk Fasih Fatih Fatin Fatma Fatoş Faysal Fazilet Fazıl
Fazlı Fazullah Feda Fedai Fehime Fehmi Feliks Ferah Feramuş Feramuz Feray Ferda Ferdi Ferdynanda Ferhan Ferhat
Feride Feridun Feriha Ferit Ferman Ferruh Fevzi Feyyaz Feyza Feyzullah Fidan Figen Fikret Fikri Fikriye Filemon
Filip Filipa Filiz Filotije Firdevs Florencja Florian Franciszek Franciszka Franjo Fryderyk Fuat Fuldem Fulden Fulya
Funda Furkân Fuzuli Füreyya Füruzan Füsun Gabriel Gabriela Gabrijela Gaffar Gaj Galfryd Galina Gamze Gašpar Gavrilo
Gaye Gazanfer Gazi Gedeon Gelin Gelincik Gencer Georgije Gerald Gerasim Gerazym Gertruda Gevheri Gilbert Ginewra
Giray Gizem Gıyas Gligorije Gojko Golub Gonca Gonsalwy Goran Gorana Goranka Gordan Gordana Gracja Gradimir Greta
Grga Grgo Grgur Grigorije Grozdana Grzegorz Gulbahar Gulistan Gulseren Gvozden Gwido Güher Gül Gülbahar Gülben
Gülçin Güldem Gülden Güldeste Gülegen Gülemen Gülen Güler Gülgün Gülhan Gülnaz Gülpembe Gülriz Gülsen Gülşen
Gültekin Gülümser Gümüş Gün Günay Günçiçek Gündoğdu Gündoğmuş Güner Güneş Güngör Güniz Günnur Günsel Günseli
Günyaruk Gürbüz Gürcan Gürdal Gürhan Gürkan Gürol Gürsel Güven Güvenalp Güvercin Güzey Gökalp Gökben Gökbörü Gökçe
Gökçegöl Gökçen Gökçiçek Gökmen Göknur Gökşin Gönenç Göngör Gönül Görkem Görün Gözde Habbab Habib Hacib Hâdi Hafi
Hafid Hafız Hakan Hakem Haki Hakkı Haldun Hale Halil Halim Hâlis Halit Haluk Hamdi Hamdullah Hami Hamit Hammâd Hamza
Hana Handan Hande Hanefi Hani Hanna Harald Harun Hasan Haseki Hasibi Haşim Hasin Haşmet Hâtem Hatip Hattâb Hawar
Hayal Hayali Hayat Hayati Haydar Hazan Hazar Hazım Helena Helin Henryk Henryka Herbert Herman Heval Hêvî Hicabi
Hieronim Hikmet Hilal Hilarion Hilary Hilmi Himmet Hipolit Hişam Hıfzı Hızır Horacy Hozan Hrvoj Hrvoje Hrvojka
Hubert Hugo Hulki Hulusi Hurşit Huzeyfe Hvalimir Hüccet Hüdâvendigâr Hüdayi Hülya Hüma Hümayun Hümeyra Hüner Hürkan
Hüsameddin Hüsamettin Hüseyin Hüsnü Hüsrev İbrahim İclal Ico Ida İdil İdris İffet Ignacy Ignjat Igor İhsan İhvan
İkbal İkeme İkiçitoyun İkrime Ilaçın Ilarion İlayda İlbey İlbilge İldike İlgegü Ilgın İlhami İlhan Ilija Ilinka
İlkay İlkben İlke İlker İlknur Ilko İlksen İlkyaz Ilona İlyas İmge İmran İmrem Ina Inanç İnç İnci Inja Inka
Innocenty Ino İpek Ira İrem Irena Ireneusz İrfan Irina İrinç İrinçköl Irma Irmak İrtiş Isığ Işığ Isık Işık Işıl
Işılay Işın Işıner İsmail İsmet Ita İtil Itır Itri Iva Ivan Ivana Ivančica Ivanka Ive Ivek Ivica Ivna Ivo Iyık
Iyıktağ Izaak Izabela Izajasz İzel Izolda Izydor İzzet İzzettin Jadran Jadranka Jadranko Jadro Jadwiga Jagica Jakov
Jakub Jakubina Jale Jan Jana Janica Janina Janka Janko Janusz Jasen Jasenko Jasmina Jasna Jela Jelena Jelica
Jelisaveta Jelka Jeremi Jeremiasz Jerzy Ješa Jevrosima Jezdimir Jiyan Joachim Joanna Jonatan Josip Josipa Joško Joso
Jovan Jovana Jovanka Joža Jože Józef Józefina Jozue Judyta Julia Julian Julide Julijana Julita Juliusz Justyn
Justyna Kabil Kadem Kadir Kadı Kadrican Kadriye Kağan Kalinik Kalistrat Kamber Kamelya Kâmil Kamila Kamile Kamran
Kamuran Kancı Kançı Kapgar Karaca Karaça Karahan Karak Kargılaç Karlıgaç Karmela Karol Karolina Kasım Kata Katarina
Katarzyna Kate Katica Katija Katina Katun Katunkız Kawa Kayaalp Kayacık Kayaçık Kayça Kaynak Kazanç Kazimierz Kâzım
Kazkatun Kekik Keklik Keleş Kemal Kemâl Kemalettin Kenan Kepez Keramet Kerami Kerem Keremşah Kerim Kesme Keşşaf
Kevser Keyken Kezlik Kira Kiraz Kirilo Kımız Kımızalma Kımızalmıla Kımızın Kırçiçek Kırgavul Kırlangıç Kısmet Kıvanç
Kıvılcım Kıymet Kızdurmuş Kızılalma Klarencjusz Klaudia Klaudiusz Klemens Klementyna Kleopatra Koçer Konrad
Konstancja Konstantin Konstanty Konstantyn Koralia Koray Korkut Kornel Korneli Kornelia Korneliusz Krešimir
Kristijan Kristina Krsto Kruno Krunoslav Krystian Krystyna Krzysztof Ksawera Ksawery Ksenia Ksenija Ksenofont Kubat
Kubilay Kuddusi Kumru Kutbettin Kuzman Kwintyn Kürşad Köksal Ladislav Lale Lamia Lamih Lara Larysa Latif Latife
Laura Laurencja Laurencjusz Laurenty Laurentyna Lazar Łazarz Lea Leila Lela Leman Lemide Leon Leona Leonard Leonid
Leonida Leposava Lerzan Levent Leyla Lidia Lidija Lîlan Lilia Liliana Lilianna Lîrîk Liza Ljiljana Ljuba Ljubica
Ljubiša Ljubomir Ljudevit Lola Lovorka Lucija Lucijan Lucja Łucja Lucjan Ludwik Ludwika Luiza Luka Łukasz Lütfi
Lütfullah Maad Maca Magda Magdalena Magnus Mahir Mahmut Mahzun Maja Majda Makary Maksud Maksym Maksymilian
Małgorzata Malina Mališa Malwina Manda Mansur Marceli Marcin Mare Marek Marena Maria Marianna Marica Marija Marijana
Marinko Marjan Markika Marko Marta Martin Martina Martyna Maryna Maša Mašinka Matan Mate Matej Mateja Mateusz Matija
Matko Mato Matylda Maurycy Mazhar Mazlum Medya Mehmet Mehtap Melania Melda Melek Melenija Melih Melike Melikşah
Melis Melisa Meltem Memduh Meral Meriç Merih Mert Merve Meryem Mestan Mesut Mete Metin Mevlüt Mia Mica Michał
Michalina Mihael Mihailo Mihajlo Mihriban Mija Mijat Mika Mikołaj Miladin Milan Milana Milanka Milanko Mile Milena
Mileta Milić Milica Milisav Milivoj Miljan Miljana Miljenko Milka Milojica Milomir Milorad Miloš Milutin Mimo Mine
Miodrag Miomir Mir Mira Miraç Miran Miranda Miray Mirela Mirjana Mirka Mirkelam Mirko Mirna Miro Miron Miroslav
Mirza Miša Misbah Miško Mislav Mitar Mithat Mizgîn Mısra Mlađana Mladen Mojżesz Momir Momira Monika Muammer Muaviye
Muaz Muhammed Muharrem Muhsin Muhtar Muhterem Muhteşem Muhyiddin Mukadder Mukaddes Muktedi Muktedir Muktefi Murat
Muslih Mustafa Mutahhar Mutasım Muteber Mutemed Muttalib Muzaffer Müesser Müfid Müge Müjdat Müjde Müjgan Mükerrem
Mümtaz Münevver Münir Müren Müşir Müzdad Nabi Naci Nada Nađa Nadalina Nadežda Nadi Nadzieja Nafiz Nahid Nahil Nail
Naim Naja Nalan Namık Nana Narin Nasrullah Nastja Natalia Natalija Natan Natanael Nataša Natka Nawroz Naz Nazan
Nazariusz Nazary Nazif Nazım Nazlı Nazmi Nebojša Necat Necati Necdet Necib Necla Necmettin Neda Nedeljko Nedim
Nedjeljka Nedjeljko Nehir Nejat Nela Neli Nemanja Nena Nenad Nera Nergis Neşet Nesim Neslişah Nesrin Neva Neven
Nevena Nevenka Nevin Nevra Nevzat Newroz Nida Nigar Nihal Nihan Nihat Nikodem Nikola Nikoleta Nikolina Nikša Nil
Nilgün Nina Nino Nisa Nisan Niştîman Niyazi Nizamettin Njegomirka Noemi Nora Novak Nûda Nûdem Numan Nur Nural Nuran
Nûredîn Nurettin Nurgül Nursel Nurseli Nurullah Nuša Nusret Nükhet Obrad Obren Ofelia Ognjana Ognjen Oğuz Oğuzhan
Okan Okşan Oktay Olaf Olcay Oleg Olga Olgica Olimpia Oliver Olivera Oliwia Oliwier Onufry Onur Orestes Orhan Oskar
Osmund Ostoja Oya Ozan Ozren Pakize Pankracy Pantaleon Parla Patrycja Patrycjusz Patrycy Patryk Paula Paulina Pave
Pavel Pavica Pavle Paweł Payidar Pelagia Pelin Pelinsu Pembe Penelopa Pepo Pera Peri Perî Perica Perihan Pero Perran
Pertev Peruna Perver Pervin Petar Petek Petko Petra Petrija Peyami Piotr Piraye Pınar Platon Polikarp Porfiriusz
Porfiry Pravdan Predrag Prokles Prokop Prokul Prvoslav Rabia Rachela Raci Radenko Radina Radiša Radivoje Radmila
Radmilo Radojka Radomir Radoš Radosav Radoslav Radovan Radul Rafał Rafet Rahim Rahime Rahmi Rahşan Raif Rajko
Rajmund Rajna Rajnold Rakita Rakıp Ramazan Ramiz Rana Randolf Ranko Rasim Raşit Raško Ratimir Rauf Rebeka Recai
Recep Refah Refet Refik Regina Reginald Reha Reis Relja Remzi Rênas Renata Rengin Renja Reşat Reşîd Resûl Resül
Reyhan Rezzan Rifat Rija Rina Rino Ristana Rıdvan Rıfat Rıfkı Rıza Robert Roberto Robi Roderyk Rodoljub Roger Roj
Roko Roksana Roland Romana Romeo Ronak Ronî Roşan Rosana Róża Rozalia Rudolf Rufina Ruhsar Rûken Rumena Ruža Ružica
Rüçhan Rükneddin Rüştü Ryszard Rüya Şaban Sabina Sabri Sacid Şadan Sadberk Sadettin Sadi Sadık Sadri Sadullah Safa
Saffet Şâfi Şahap Şahin Şahinalp Şahsuvar Şahsüvar Said Saim Şakir Sâkıp Salih Salim Salomon Salwator Samed Sami
Samih Şamil Samim Samson Samuel Sandra Sanem Sanja Sanjin Sara Şarani Saša Savaş Şayan Sebastian Şebnem Şecaeddin
Seçil Seçkin Seda Sedat Sedef Seden Sefer Şefik Seher Şehlevent Şehrazat Selahattin Şelale Selami Selçuk Selda
Selena Selim Selin Selma Selvi Sema Semih Semra Şemsi Senay Şenay Şener Şengül Senka Şennur Şenol Şerafettin Serafin
Serafina Serap Serbülent Serdar Şeref Sergen Sergiusz Serhad Serhat Şerif Serin Sermet Şermin Serpil Sertaç Sertap
Şervan Settar Seval Sevda Sevgi Sevil Sevim Sevinç Şevket Şevki Sevtap Şevval Seweryn Şêxmus Şeyban Şeyda Seyfettin
Seyfi Seyfullah Şeyma Seyyit Sibel Şihab Şihabeddin Şiir Şîlan Silvija Sîma Simge Simo Simonida Sinan Şinasi Sinem
Siniša Sîpan Şir Şîrîn Sıdkı Sıla Sırrı Slađana Slavek Slaven Slavica Slavka Slavko Slavoljub Slobodan Slobodanka
Smiljana Snežana Snježana Sofija Songül Sonja Spirydion Srboljub Srećko Sredoje Srna Stanislav Stanislava Stanisław
Stanko Staša Štef Stefan Stefana Stefania Stella Stêr Stevan Stipan Stipe Stjepan Stojan Stojanka Strahinja Stribor
Su Suat Subhi Sudi Şule Sunay Sunčica Sururi Suzan Suzana Svebor Svetislav Svetlana Svetolik Svetomir Sybilla Süheyl
Şükrü Süleyman Sylwester Sylwia Szczepan Szymon Taceddin Tacjana Tadija Tahir Tahsin Taib Talat Talay Talha Talip
Tamara Tamer Taner Tanja Tanju Tanyeli Tara Tarık Tarkan Tasa Taşkın Tatjana Tayfun Tayyar Tea Teja Tekin Tekinalp
Tekla Temel Teodor Teodora Teoman Teona Terencjusz Teresa Tereza Tevfik Tevhid Tezcan Tezel Tezer Tihomir Tija
Tijana Timur Tınas Tobiasz Tolga Tolunay Toma Tomasz Tome Tomislav Tomislava Tomo Tonči Tončica Tone Toni Tonija
Tonka Tonko Trpimir Trpko Tufan Tugay Tuğba Tuğrul Tuğtekin Tuhfe Tunahan Tunay Tunç Tunçer Turan Turgay Turgut
Turna Tutku Tvrtko Tülay Tülin Tümer Tymoteusz Türkan Türkay Türker Türkeş Ufuk Uğur Uhra Ukbe Ulus Ulvi Ulviye Umur
Umuralp Umut Una Usame Utku Uygu Vahâ Vahdet Vahid Vahide Vala Valentin Valentina Valera Valerija Vali Valid Vanja
Vasil Vasilisa Vasko Vatroslav Vecdi Vedat Vedran Vedrana Vefa Vefik Vehbi Velana Veli Velibor Velimir Velimira
Velina Vera Verda Verica Veselinka Vesile Vesna Veysel Veysi Vicdan Vida Vidak Vijeko Vildan Višnja Vjekoslav
Vjenceslav Vladana Vladek Vladimir Vladimira Vladislav Vlado Vlastimir Vlatka Vlatko Vojin Vojislava Volkan Vujadin
Vujica Vuk Vukan Vukašin Vukica Vukota Vuslat Wacław Walenty Walentyn Walentyna Waleria Walerian Walery Walgierz
Walter Wanda Wanesa Wawrzyniec Welat Weronika Wiara Wiktor Wiktoria Wilfryd Wilhelm Wilhelmina Wincenty Wirginia
Witalis Władysław Włodzimierz Xatûn Xebat Xezal Yağız Yağmur Yahya Yalçın Yalgın Yaman Yaprak Yaşar Yasemin Yasin
Yavuz Yekta Yelda Yeliz Yener Yeşim Yetkin Yiğit Yıldırım Yıldız Yılmaz Ülfet Ülgen Ülker Ülkü Ümit Ümmiye Ümran
Ünal Ünsel Ünseli Yonca Yosun Yunus Yûsiv Yusuf Yüce Yücel Yüksel Yümni Üzeyir Zachariasz Zachary Zafer Zafir Zâfir
Zahide Zâhit Zamir Zana Żaneta Zarije Zavida Zdenka Zdenko Zdeslava Zdravko Zehra Zekai Zekeriyyâ Zekiye Zeliha
Željka Željko Zerdeşt Zerrin Zerya Zeyd Zeynel Zeynep Zihnî Zilan Zîlan Zîn Ziver Ziya Ziyad Ziyâd Zlata Zlatica
Zlatka Zoe Zofia Zoltan Zora Zoran Zorana Zorka Zrinislav Zrinko Zuzanna Zvezdana Zvonimir Zvonko Zübeyde Zübeyr
Zygmunt Zühal Zülal Züleyha Zülfikâr Zümrüt Ömer Önder Öykü Özcan Özden Özer Özge Özgür Özhan Özkan Özlem Özlen
Öznur
`;
