/**
 * The text that was put before families until November 2026, word for word, and what its last sentence said before: a text
 * that somebody has signed stays here as it was, whatever the program says today.
 */
export interface NoticeOf2026 {
  readonly sentence: string;
  readonly situations: string;
  readonly no: string;
  readonly withdraw: string;
  readonly duties: string;
  readonly seen: string;
}

/** By language. */
export const NOTICE_2026_11_2: Readonly<Record<string, NoticeOf2026>> = {
  sv: {
    sentence:
      '{from} får prata med {to} om {person}: {categories}. Det är för att {purposes}. Det gäller till och med {until}.',
    situations: 'De får prata när de {situations}.',
    no: 'Du bestämmer själv. Om du säger nej händer inget dåligt, och du kan få hjälp ändå.',
    withdraw: 'Du kan när som helst ta tillbaka ditt ja, helt eller delvis. Då gäller det direkt.',
    duties:
      'En sak kan ingen välja bort: den som arbetar med barn måste berätta för socialtjänsten om ett barn kan fara illa, och i fara för någons liv får man larma.',
    seen: 'Du kan se vilka som har läst eller fått något. Ibland får vi inte visa allt.',
  },
  'sv-simple': {
    sentence:
      '{from} vill prata med {to}. De vill prata om {person}. De får prata om: {categories}. De gör det för att {purposes}. Det slutar efter {until}.',
    situations: 'De får prata när de {situations}.',
    no: 'Du bestämmer. Du får säga nej. Inget dåligt händer om du säger nej. Du kan få hjälp ändå.',
    withdraw:
      'Du får ändra dig när du vill. Du kan ta tillbaka hela ditt ja. Du kan ta tillbaka en del. Det gäller direkt.',
    duties:
      'En sak kan ingen säga nej till. Den som arbetar med barn måste berätta för socialtjänsten om ett barn kan fara illa. Den som ser att någon är i fara får larma.',
    seen: 'Du får se vem som har läst. Du får se vem som har fått veta något. Ibland får vi inte visa allt.',
  },
  en: {
    sentence:
      '{from} may talk with {to} about {person}: {categories}. This is to {purposes}. It lasts up to and including {until}.',
    situations: 'They may talk when they {situations}.',
    no: 'You decide. If you say no, nothing bad happens, and you can get help anyway.',
    withdraw: 'You can take back your yes at any time, all of it or a part. It counts at once.',
    duties:
      'One thing nobody can opt out of: whoever works with children must tell social services if a child may be in trouble, and when somebody’s life is in danger anyone may raise the alarm.',
    seen: 'You can see who has read or been given something. Sometimes we may not show everything.',
  },
  ar: {
    sentence:
      'يجوز أن تتحدث {from} مع {to} عن {person}: {categories}. الغرض من ذلك هو {purposes}. يسري هذا حتى {until}.',
    situations: 'يُسمح لهم بالتحدث عندما {situations}.',
    no: 'أنت من يقرر. إذا قلت لا فلن يحدث شيء سيئ، ويمكنك الحصول على المساعدة رغم ذلك.',
    withdraw: 'يمكنك سحب موافقتك في أي وقت، كلها أو جزء منها. ويسري ذلك فورًا.',
    duties:
      'هناك أمر واحد لا يمكن لأحد أن يرفضه: من يعمل مع الأطفال ملزم بإبلاغ الخدمات الاجتماعية إذا كان الطفل قد يتعرض للأذى، وعند الخطر على حياة أي شخص يجوز طلب النجدة.',
    seen: 'يمكنك أن ترى من قرأ شيئًا أو حصل عليه. وأحيانًا لا يُسمح لنا بعرض كل شيء.',
  },
  so: {
    sentence:
      '{from} waxay la hadli karaan {to} oo ku saabsan {person}: {categories}. Ujeeddadu waa {purposes}. Waxay socotaa ilaa iyo {until}.',
    situations: 'Way hadli karaan marka ay {situations}.',
    no: 'Adiga ayaa go’aansanaya. Haddii aad maya tiraahdo, wax xun ma dhacayaan, caawimaadna waad heli kartaa.',
    withdraw: 'Mar kasta waad kala noqon kartaa haadaada, dhammaan ama qayb. Isla markiiba way dhaqan gashaa.',
    duties:
      'Hal shay qofna ma diidi karo: qofka carruurta la shaqeeya waa inuu u sheego adeegga bulshada haddii ilmo dhib ku jiro, marka nolosha qof khatar ku jirtana waa la wici karaa gargaar.',
    seen: 'Waad arki kartaa cidda wax akhriday ama heshay. Mararka qaarkood naloo ma oggola inaan wax walba muujinno.',
  },
};

/** The last sentence of the version before, which promised more than could be kept; the others were the same. */
export const SEEN_2026_11: Readonly<Record<string, string>> = {
  sv: 'Du kan alltid se vem som har läst eller fått något om dig.',
  'sv-simple': 'Du får alltid se vem som har läst om dig. Du får se vem som har fått veta något.',
  en: 'You can always see who has read or been given anything about you.',
  ar: 'يمكنك دائمًا أن ترى من قرأ شيئًا عنك أو حصل عليه.',
  so: 'Mar walba waad arki kartaa cidda akhrisay ama heshay wax adiga kugu saabsan.',
};
