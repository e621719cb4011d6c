/** Names that are words, places or firms too: alone they alarm nobody, what stands beside them decides. Written for Samnav. */
export const ALSO_WORDS = `
Adel Alan Alba Alf Alm Alma Alva Aman Asp August Augusta Awa Axel Aya Baki Bara Baran Bell Bella Berg Björk Björn
Blad Blank Blom Bo Bonde Bonnie Borg Britt Bror Charlie Dag Dahl Dal Dam Damm Dan Dana Dara Disa Doha Doris Draga
Ebba Ed Ek Elisabet Ester Fabian Faktor Falk Flora Fors Frank Frans Frej Frid Frisk Fuga Fält Gal Gala Gran Granat
Gro Gry Gun Gustaf Gustav Göran Hack Hammar Hana Hanna Hans Harry Has Hassel Hassela Hed Hedda Hedvig Heja Helg
Helga Herr Hjort Hjälm Holm Hoti Hud Hult Ida Ikea Inga Inge Iris Isa Jack Jaga Jakob Jana Jarl Johannes Jon Jordan
Juni Kaj Kaja Kalender Kaplan Karl Katarina Kaya Kent Kim Klara Knut Kokar Kola Korda Kula Kung Lada Lager Lagerlöf
Lamar Lana Lava Leo Lie Lilja Liljan Lilla Lina Lind Linda Linde Linden Linnea Linnéa Lisa Liv Lo Logan Lotta Lova
Love Lucia Lukas Luna Lund Lön Mai Maj Malm Mara Maria Marin Marina Mark Matteus Max Medina Melodi Mikael Mila
Milano Milla Mille Milo Mina Moa Mode Modest Munk My Nada Nadir Neo Nord Nova Ny Olga Olof Oro Oscar Oskar Otter
Otto Palm Paris Pava Per Petter Rakas Rama Rask Rita Roj Roman Ronny Ros Rosa Rut Räv Safa Saga Sally Sam Sand Sari
Serena Server Shala Sham Sibylla Sidney Sigtuna Siri Sjö Skog Skov Sky Slam Sofia Sol Solveig Sommar Stella Sten
Stig Storm Strand Ström Sund Svan Svea Sven Svärd Sylvia Tar Ted Teo Terzin Thor Tim Tina Tor Tora Torp Tova Troj
Tulla Ture Tuva Urban Vagn Val Valborg Vela Vera Victoria Vida Vide Vik Viktoria Vila Vilde Vilja Vinter Viol Viola
Vänd Wall Ymer Åker Ås Åskar Örn Öst
`;
