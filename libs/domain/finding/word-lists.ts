/** Swedish words that say whether a capital letter stands for a person or for something else. Written for Samnav. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Say that a name or one person comes next. */
export const PERSON_CUES = set(`
  heter hette kallas kallad kallade kallat namn namnet namnen killen kille killar tjejen tjej pojken pojke flickan flicka mannen man
  kvinnan kvinna eleven elev grabben grabb kompisen kompis kompisar brodern bror brodren bröderna systern syster systrarna syskonen
  mamman mamma mammor pappan pappa son sonen dotter dottern kusin kusinen vän vännen vänner flickvän flickvännen pojkvän pojkvännen
  familjen släkten herr fru farbror moster faster morbror farfar mormor ledaren ungdomen ungdom personen person barnet barn
  heterr alias aliaset smeknamnet gängmedlemmen misstänkte misstänkta gärningsmannen offret målsägande målsäganden läraren tränaren
`);

/** What a person does or is, right after a name. */
export const PERSON_VERBS = set(`
  sa sade säger slog slår slagit hotade hotar hotat köpte köper säljer sålde bor bodde går gick umgås röker rökte drack dricker har hade
  skolkar skolkade fyller mår mådde vill ville syns syntes sågs hängde hänger hängt kom kommer knuffade sparkade rånade rånades
  langar langade ringde ringer berättade berättar visade bråkade bråkar sprang springer körde kör åkte åker satt sitter stod står
  fick får tog tar gjorde gör blev blir är var skulle ska skickade skickar filmade filmar tänkte tänker försvann försvinner
  kände känner lämnade lämnar greps gripits misstänks delade delar provocerade jagade jagas jagades hämtade hämtar mötte möter och
`);

/** Said of people and of things alike. */
export const WEAK_VERBS = set(`är var har hade blev blir och kom kommer står stod fick får`);

/** Right after a name they make it the name of a place or of a house. */
export const PLACE_NOUNS = set(`
  torg torget torgets gata gatan väg vägen skola skolan skolans kyrka kyrkan park parken plan planen plats platsen backe backen gård
  gården station stationen församling gymnasium gymnasiet gymnasieskola förskola förskolan bro bron hamn hamnen vik viken centrum
  köpcentrum köpcentret galleria gallerian pizzeria pizzerian livs kiosk kiosken bageri café kafé restaurang restaurangen idrottsplats
  idrottshall hall hallen arena if ip ik bk ff fk sk kommun kommunen allé allén gränd gränden stig stigen hus huset hotell hotellet sjö
  sjön ö ön berg berget by byn äng ängen hage hagen kulle kullen villa fritidsgård fritidsgården bibliotek biblioteket simhall kapell
  sjukhus sjukhuset grill grillen gym gymmet konditori salong bibliotekets museum teater
`);

/** Before a name they make it a place. */
export const PLACE_PREPOSITIONS = set(
  `i på vid utanför mellan runt genom kring bakom intill nära mot till från norr söder öster väster nedanför ovanför`,
);

/** Words that begin the names of places and houses, and what is written with a capital without being a name. */
export const NOT_NAMES = set(`
  nya gamla stora lilla lill västra östra norra södra röda gröna blå vita svarta svenska sankt sankta kung drottning mellersta yttre inre
  nedre övre röda rädda bris unga polisen polis skolan skola kommunen kommun socialtjänsten fritid fritids fält fältgruppen kyrkan
  sverige svensk stockholm göteborg malmö ica coop lidl willys hemköp mcdonalds burger king pressbyrån seven eleven circle k okq8 preem
  systembolaget apoteket maxi kvantum nära hubben samnav jul påsk midsommar valborg lucia halloween nyår skolavslutning bodö klass årskurs
  snapchat instagram tiktok facebook discord telegram youtube whatsapp google teams gatan vägen torget parken europa turkiet somalia syrien
  irak iran afghanistan bosnien eritrea volvo audi bmw mercedes yamaha vespa biltema rusta jula dollarstore normal espresso house max
  måndag tisdag onsdag torsdag fredag lördag söndag januari februari mars april maj juni juli augusti september oktober november december
  vi ni de det den en ett och men på i vid när vad hur vem alla flera många några ingen inget inga samma vissa under efter innan sedan från
  till mot kring runt genom mellan både antal antalet totalt cirka ca kl klockan helg helgen kväll kvällen natten morgonen eftermiddagen
`);

/** They tell that what is named is a place: "tunneln kallas Råttan". */
export const PLACES = set(`
  platsen stället hörnet tunneln backen gården området parken bron plats ställe hörn tunnel torget gången garaget källaren trappan
  huset kvarteret lekplatsen stigen skogen dungen parkeringen plan bänken bänkarna gaten porten kiosken undergången
`);

/** Exactly one person is meant. */
export const ONE_PERSON = set(`
  han hon hen honom henne hans hennes killen tjejen pojken flickan eleven grabben en-elev personen ungdomen barnet brodern systern
  kille tjej pojke flicka elev mannen kvinnan ledaren
`);

/** Between the parts of one name. */
export const PARTICLES = set(`af von van de da di der den al el ul bin bint ibn abu la le du dos del della ben ter zu`);
