/** Family names of the Nordic countries: Faker 10.6.0 (MIT), locales sv, nb_NO, da, fi. */
export const FAMILY_NORDIC = `
Aalerud Aaltonen Aas Aasen Abbas Abdi Abrahamsson Ahmed Ahonen Ali Amundsen Andersen Andersson Andreassen Andreasson
Andresen Anttila Arnesen Arvidsson Axelsson Bak Bakke Bakken Bang Bech Beckmann Bengtsson Berg Berge Berggren
Berglund Bergman Bergqvist Bergström Berntsen Bertelsen Bisgaard Bjerke Bjerregaard Björk Björklund Bjørnstad Blom
Blomqvist Bonde Borge Brandt Brix Bruun Buch Buhl Bundgaard Carlsen Christensen Christiansen Claesson Clausen Dahl
Dahlberg Dalgaard Dam Damm Danielsen Danielsson Davidsen Dupont Edvardsen Eide Ek Eklund Ekström Eliasson Engström
Eriksen Eriksson Esbensen Evensen Falk Finstad Fischer Fjeld Foged Forsberg Fossum Frandsen Fransson Frederiksen
Fredriksen Fredriksson Gade Garcia Glosli Gran Gregersen Gundersen Gunnarsson Gustafsson Hagen Hakala Hald Halvorsen
Hansen Hansson Hassan Haugaard Haugen Haukelidsæter Hedegaard Hedlund Heikkilä Heikkinen Heinonen Hellström
Henriksen Henriksson Hermansen Hermansson Hiltunen Hirvonen Hjort Hjorth Holm Holmberg Holmgren Holmqvist Hopland
Huseby Håkansson Hämäläinen Isaksson Iversen Jacobsen Jakobsen Jakobsson Jansson Jensen Jeppesen Jespersen
Johannessen Johannsen Johansen Johansson Johnsen Jokinen Jonsson Juhl Justesen Järvinen Jönsson Jørgensen Kallio
Karjalainen Karlsen Karlsson Khan Kinnunen Kjeldsen Kjær Klausen Kleven Knudsen Koivisto Korhonen Koskinen
Kristensen Kristiansen Kristoffersen Krogh Kvarme Laakso Laaksonen Lahtinen Laine Laitinen Larsen Larsson Lauridsen
Laursen Lehtinen Lehto Lehtonen Leinonen Leppänen Lie Lind Lindberg Lindgren Lindholm Lindqvist Lindström Lorentzen
Lund Lundberg Lunde Lundgren Lundin Lundqvist Lundström Löfgren Løken Madsen Magnussen Magnusson Manninen Marcussen
Martinsen Martinsson Mathisen Mattila Mattsson Miettinen Moe Moen Mohamed Mortensen Munch Munk Mustonen Myhrer
Månsson Mårtensson Mäkelä Mäkinen Møller Nguyen Nielsen Niemi Nieminen Nilsen Nilsson Nissen Norberg Nordby Nordin
Nordskaug Nordström Nyberg Nygaard Nygård Nyström Ojala Olofsson Olsen Olsson Olstad Pallesen Pedersen Persson
Petersen Pettersen Pettersson Pham Pitkänen Poulsen Pålsson Rantanen Rasmussen Ravn Richter Ruud Ryan Räsänen Røed
Saarinen Salminen Salo Salonen Samuelsson Sandberg Sandström Savolainen Schmidt Schrøder Simonsen Sjöberg Sjögren
Skoglund Skov Skuterud Smedsrud Smogeli Solberg Solheim Solli Steffensen Stensrud Storm Strand Ström Strömberg
Sundberg Svendsen Svensson Sæther Söderberg Sørensen Sørlie Tangen Thomsen Thoresen Toft Toivonen Torgersen Torp
Tuominen Turunen Vedvik Vegge Vestergaard Viklund Villadsen Vinther Virtanen Väisänen Wallin Wikström Winther Wold
Åberg Åkesson Öberg Ødegård Østby Østli
`;
