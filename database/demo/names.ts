const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/** First names common in Sweden; together with the surnames they name people who do not exist. */
export const firstNames = words(`
  Adam Agneta Ahmed Aisha Alexander Ali Alice Alma Amanda Amir Anders Andreas Anita Anna Annika Anton Arvid Asta Axel Barbro Bengt Berit Birgitta
  Björn Bo Britta Camilla Carina Carl Cecilia Charlotte Christer Christina Dag Dalia Daniel David Ebba Edit Eino Ella Elias Elin Elisabet Ellen Elsa
  Emelie Emil Emma Erik Erika Eva Fatima Felicia Felix Filip Folke Fredrik Frida Gabriel Gerd Greta Gudrun Gunilla Gunnar Gustav Hanna Hans Harald
  Helena Henrik Hilda Hugo Ida Inga Inger Ingrid Ivar Jakob Jan Jenny Jens Jessica Joakim Johan Johanna Jonas Josef Julia Kajsa Karim Karin Karl
  Katarina Kenneth Kerstin Klara Kristina Lars Layla Lena Leo Lilly Linda Linus Lisa Lotta Louise Lovisa Ludvig Maja Malin Margareta Maria Mariam
  Marie Martin Matilda Mattias Mikael Milan Mohammed Moa Mona Nadia Nils Nina Niklas Noah Olle Olof Omar Oskar Patrik Per Pernilla Petra Pontus
  Rasmus Rebecka Robert Robin Rolf Samir Samuel Sandra Sara Sebastian Signe Simon Siv Sofia Stefan Stina Sven Svetlana Tage Tara Therese Thomas
  Tilda Tina Tobias Torbjörn Tove Tuva Ulf Ulla Urban Valter Vera Viktor Vilma Yasmin Yvonne Zeinab Zoran Åke Åsa Örjan
`)

/** Surnames, most of them of the Swedish two-part kind, a good many from elsewhere. */
export const surnames = words(`
  Abrahamsson Adolfsson Ahlberg Ahlin Alfredsson Almgren Almkvist Andersson Appelgren Aronsson Asplund Axelsson Backlund Bashir Bengtsson Berg Berggren
  Bergkvist Berglund Bergman Bergström Björk Björklund Björkman Blom Blomgren Blomkvist Bodin Boman Borg Boström Brandt Bratt Bäckman Carlberg
  Carlström Claesson Dahl Dahlberg Dahlgren Dahlin Danielsson Davidsson Edlund Edström Ek Ekberg Ekdahl Ekholm Eklund Eklöf Ekström Eliasson Elmi
  Engberg Englund Engström Eriksson Falk Fors Forsberg Forslund Forsman Franzén Fredriksson Friberg Frisk Fransson Granat Granberg Granlund Granström
  Gren Grip Gustafsson Göransson Haddad Hagberg Hagström Hakimi Hall Hallberg Hallgren Hansson Hassan Hedberg Hedlund Hedman Hedström Hellberg Hellgren
  Hellström Henriksson Hermansson Hjelm Holm Holmberg Holmgren Holmlund Holmström Horvat Hult Hägg Höglund Ibrahim Isaksson Israelsson Jakobsson Jansson
  Johannesson Johansson Jonasson Jonsson Josefsson Jovanovic Järvinen Karlsson Kallio Kaya Khan Kjellberg Klasson Kovac Kron Kullberg Lantto Larsson
  Lind Lindahl Lindberg Lindblad Lindblom Lindell Lindgren Lindholm Lindqvist Lindström Ljung Ljungberg Ljunggren Lund Lundahl Lundberg Lundgren Lundin
  Lundkvist Lundström Löf Löfgren Magnusson Malm Malmberg Malmkvist Martinsson Mattsson Melin Modig Mohamed Molin Moberg Månsson Mårtensson Nguyen
  Nilsson Norberg Nordin Nordström Norén Norrman Nyberg Nygren Nyholm Nyman Nyström Ohlsson Olofsson Olsson Osman Palm Palmgren Paulsson Persson
  Petrovic Pettersson Rahimi Rosén Rosenberg Rudberg Rydberg Rydén Salih Samuelsson Sandberg Sandell Sandin Sandström Selin Sjöberg Sjögren Sjöholm
  Sjöström Skog Skoglund Stark Stenberg Stenman Strand Strandberg Strömberg Ström Sundberg Sundgren Sundin Sundqvist Sundström Svahn Svensson Svärd
  Söderberg Söderlund Söderström Tapper Thorén Thunberg Tran Törnkvist Ullman Vallin Vesterlund Vikström Virtanen Wahlberg Wallin Wedin Wennberg
  Werner Westberg Westerberg Westin Wik Widell Wiklund Winter Yilmaz Zetterberg Åberg Åkerberg Åkerlund Åkesson Ålander Åström Öberg Ödman Öhman Östberg
  Österberg Östlund
`)
