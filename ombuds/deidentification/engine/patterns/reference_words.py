"""Words that announce a file number, a customer number or a roll number; plain form, four languages."""

STRONG_WORDS = frozenset(
    """ref refs refer referentie referenties referentienummer reference references referenz kenmerk kenmerken dossiernummer dossiernr dossiernrs
    dosnr zaaknummer zaaknr klantnummer klantnr klantcode lidnummer aansluitingsnummer aansluitnummer contractnummer polisnummer
    factuurnummer factuurnr bestelnummer ordernummer ticketnummer meternummer ean eannummer eancode barcode streepjescode volgnummer
    registratienummer stamnummer personeelsnummer studentennummer leerlingnummer patientnummer huurdersnummer inschrijvingsnummer
    kandidaatnummer meldingsnummer klachtnummer aanvraagnummer vergunningsnummer kohierartikel kohiernummer aanslagnummer attestnummer
    certificaatnummer serienummer chassisnummer perceelnummer kadasternummer capakey notitienummer proces verbaalnummer pvnummer pv nref vref oref uref
    klachtencode code dossiercode toegangscode betalingskenmerk mededeling communication verwendungszweck zahlungsreferenz tracking
    trackingnummer zendingsnummer pakketnummer colis verzendcode polis police policy matricule aktenzeichen az geschaftszeichen gz
    vorgangsnummer vorgang kundennummer kundennr mandatsreferenz steuernummer rechnungsnummer vertragsnummer versicherungsnummer
    bescheidnummer aktennummer dossiernummern mitgliedsnummer zahlernummer meldenummer ticket abonnement abonnee abonnementsnummer
    zeichen geschaftszeichen beneficiaire allocataire compteur imei vin chassis inami riziv rizivnummer agrement erkenningsnummer notice parcelle""".split()
)  # fmt: skip
WEAK_WORDS = frozenset(
    """dossier dossiers zaak zaken aanvraag klacht klachten melding meldingen case cases file files complaint claim application request
    record order invoice factuur facture rechnung bestelling commande demande plainte reclamation requete affaire demandes contrat contract
    vertrag leasing beschwerde antrag fall sache akte nr nrs n n° no nos num nummer numero numeros number numbers nummern client klant customer
    kunde locataire huurder tenant member membre lid mitglied attest attestation certificat certificate bescheid vergunning permis permit
    beslissing besluit decision meter zahler compte account aansluiting dienst batch kohier role artikel perceel kadaster lot zending envoi
    recommande aanslag assessment imposition veranlagung beschikking ordonnance ordonnantie order anordnung vonnis arrest arret jugement judgment urteil beschluss aangetekend einschreiben aangetekende recommandee proces verbal verbaal protokoll boete amende fine bekeuring aanslagbiljet
    avertissement patient etudiant student leerling badge procesverbaal id identificatie identifiant kennung""".split()
)  # fmt: skip
COURT_WORDS = frozenset(
    """rolnr rolnummer rolnummers rol repertorium repertoriumnummer griffienummer griffienr parketnummer parket parquet notitie notities
    notitienr notitienummer notitienummers role roll roles docket rollennummer rollennr geschaftsnummer arrondissement bl""".split()
)
