/** Given names of the Nordic countries: name-day calendar (npm `namnsdag` 0.2.0, MIT) and Faker 10.6.0 (MIT), locales sv, nb_NO, da, fi. */
export const GIVEN_NORDIC = `
Abel Abraham Ada Adam Adela Adolf Adrian Adriana Agata Agda Agne Agnes Agneta Ahmad Aina Aino Aksel Albert Alberte
Albertina Albin Aleksi Alexander Alexandra Alexandrea Alexis Alf Alfhild Alfons Alfred Alfrida Algot Ali Alice Allan
Alma Alrik Alva Alvar Amalia Amalie Amanda Amelie Anders André Andrea Andreas Anette Angela Angelika Anita Anja Ann
Ann-Christin Ann-Marie Anna Anne Anneli Annette Annika Annikki Anselm Ansgar Antero Anton Antonia Antti Ari Arne
Arnold Aron Arthur Artur Arunthavanathan Arvid Assar Asta Astrid August Augusta Aurora Axel Axelina Baltsar Barbara
Barbro Bartolomeus Beata Beatrice Beda Bengt Benjamin Bente Berit Bernhard Bernt Bert Berta Berthold Bertil Betina
Birger Birgit Birgitta Birgitte Bjarne Björn Bjørn Blenda Bo Bodil Boel Borghild Boris Botvid Brian Britt
Britt-Marie Britta Bror Bruno Brynolf Börje Camilla Carina Carita Carl Carola Caroline Cecilia Cecilie Celine
Charlotta Charlotte Christel Christer Christian Christina Christoffer Christopher Claes Clara Claus Conny Dag Daga
Dagmar Dagny Daniel Daniela David Denise Dennis Desideria Desirée Diana Dick Disa Ditte-Marie Doris Dorit Dorotea
Dorthe Douglas Ea Ebba Ebbe Edgar Edit Edla Edmund Edvard Edvin Eero Eeva Egon Eilert Einar Eirik Eivor Eleonora
Elias Elin Elina Eline Elis Elisabet Elisabeth Elise Ella Ellen Ellen-Margrethe Ellinor Elliot Elof Elsa Else Elvira
Emanuel Emelie Emil Emilia Emilie Emma Emmy Enar Engelbrekt Ensio Erhard Erik Erika Erkki Erland Erling Erna Ernst
Esaias Esben Esbjörn Eskil Estelle Ester Eugen Eugenia Eva Evald Eveliina Evelina Even Evert Evy Fabian Fanny Fatima
Felicia Felix Ferdinand Filip Filippa Fingal Finn Folke Franciska Frank Frans Frederik Fredrik Fredrika Frej Freja
Frida Frideborg Fridolf Fritiof Fritz Gabriel Gabriella Georg Gerd Gerda Gerhard Germund Gert Gertrud Gilbert Gisela
Gitte Glenn Gottfrid Gotthard Greger Greta Gry Gudmar Gudmund Gudrun Gun Gunborg Gunder Gunhild Gunilla Gunnar
Gunnel Gunvor Gustav Göran Görel Gösta Göta Göte Hakim Hakon Halvar Halvard Hampus Hanna Hanne Hannele Hannu Hans
Harald Harriet Harry Hedda Hedvig Heidi Heikki Helen Helena Helene Helga Helge Helle Helmer Helny Hemming Henning
Henrietta Henrik Henrika Herbert Herman Hermine Hervor Hilda Hildegard Hilding Hildur Hillevi Hjalmar Hjördis Holger
Holmfrid Hubert Hugo Hulda Håkan Håkon Ib Ida Ilmari Inez Inga Ingalill Inge Ingeborg Ingegerd Ingela Ingemar
Ingemund Inger Ingrid Ingvar Ingvor Inkeri Irene Iris Irja Irma Irmeli Irmelin Isabella Isabelle Isak Ivan Ivar
Jaakko Jacob Jakob Jan Jane Janne Janni Jannike Jari Jarl Jasmine Jeanette Jennifer Jenny Jens Jeppe Jesper Jessica
Jessika Jette Jimmy Joakim Joar Joel Johan Johanna Johanne Johannes John Johnny Jon Jonas Jonatan Jonathan Jonna
Josef Josefin Josefina Josefine Judit Juha Juhani Juho Jukka Julia Julie Julius Justina Justus Jörgen Jørgen Kaarina
Kaj Kaja Kajsa Kalervo Kalevi Karen Kari Karin Karl Karl-Emil Karl-Johan Karla Karoliina Karolina Karoline Kasper
Katariina Katarina Kathrine Katja Katrine Kennet Kenneth Kent Kerstin Kevin Kim Kirsten Kjell Klara Klas Klemens
Knut Konrad Konstantin Krister Kristian Kristiina Kristina Kristine Kristoffer Kurt Kyllikki Lage Laila Lars Lasse
Laura Lauri Lea Leah Leena Leif Leila Lena Lene Lennart Leo Leonard Leopold Liam Liisa Lilian Lillemor Lillian Lilly
Lina Linda Line Linn Linnea Linnéa Linus Lis Lisa Lisbet Lisbeth Liv Lone Lorentz Lotta Louise Love Lovisa Lucas
Lucia Ludvig Lukas Luna Lydia Lykke Maarit Madeleine Mads Magdalena Magnhild Magnus Maija Maj Maja Majken Majvor
Malena Malene Malin Malkolm Malte Malthe Manfred Marcus Maren Margareta Margit Margot Mari Maria Mariana Marianne
Marika Marina Marit Marita Marius Marja Marjatta Mark Markku Marko Markus Marlene Marta Marte Martin Martina Martine
Martti Mathias Mathilde Mathis Matias Matilda Mats Matteus Matti Mattias Maud Maurits Max Maximilian Melker Merete
Mette Mia Michael Mika Mikael Mikaela Mikkel Mikko Mille Mina Minna Mirjam Moa Mohamed Mohammad Mona Monica Monika
Morgan Moritz Morten Moses My Måns Mårten Märit Märta Nadia Nadja Naemi Naima Nanna Natalia Natalie Natanael
Nathalie Nicklas Nicoline Niels Niels-Christian Niklas Nikolai Nikolaus Nils Nina Noah Nora Oda Ola Olaus Olavi Ole
Olga Oliver Olivia Olle Olof Orvar Orvokki Oscar Oskar Oskari Ossian Osvald Ottilia Otto Ove Patricia Patrick Patrik
Paul Paula Pauliina Paulina Pekka Pentti Per Pernilla Peter Petra Petri Petronella Petteri Philip Pia Pirjo Pirkko
Pontus Poul Pål Päivi Rafael Ragna Ragnar Ragnhild Ragnvald Rakel Ralf Raoul Rasmus Rebecca Rebecka Regitze Reidar
Reidun Reine Reinhold Rickard Rigmor Riitta Rikard Rikke Rita Ritva Robert Robin Roger Roland Rolf Ronald Ronny Rosa
Rosa-Maria Rosita Roy Ruben Rudolf Rune Rut Rutger Ruth Sabina Sabrina Sakari Salomon Sam Sami Samuel Sander Sandra
Sanne Sara Sarah Sari Satu Sebastian Selma Seppo Seved Severin Sibylla Sigbritt Sigfrid Signe Signhild Sigrid Sigurd
Sigvard Silje Silvia Simen Simon Simone Sindre Sinikka Siri Sissela Siv Sivert Sixten Sofia Sofie Solbritt Solveig
Sondre Sonja Staffan Steen Stefan Stella Stellan Sten Stig Stine Sture Styrbjörn Sune Sunniva Susanna Susanne Svante
Svea Sven Svend Sverker Sylvester Sylvia Synne Sören Søren Tage Tanja Tapani Tapio Tarja Tea Tekla Tellervo Teodor
Teodora Terese Teresia Thea Theo Theodor Therese Thomas Tiburtius Tiina Tim Timo Tina Tine Tiril Tobias Toini Tomas
Tommy Tony Tor Tora Torbjörn Torborg Tord Tore Torgny Torkel Torleif Torsten Torun Torvald Tove Trine Troels Tryggve
Tuomas Ture Turid Tuula Tuulikki Tuva Tyko Tyra Uffe Ulf Ulla Ulrik Ulrika Uno Urban Ursula Vagn Valborg Valdemar
Valentin Valfrid Valter Valtteri Vanja Vega Veikko Vendela Vera Verner Veronika Vibeke Victor Victoria Vidar Viggo
Viktor Viktoria Vilde Vilhelm Vilhelmina Ville Villy Vilma Vincent Viola Virginia Viveka Vivianne Volmar William
Wilma Yasmin Ylva Yngve Yrsa Yvonne Zara Åke Åsa Åslög Örjan Östen
`;
