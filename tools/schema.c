#include "schema_weights.h"

/* A list and its length, refused by the compiler where it has more columns than a row of the reader holds (an array of no size). */
#define COLUMNS(list) list, sizeof list / sizeof list[0] + 0 * sizeof(char[sizeof list / sizeof list[0] <= MOST_COLUMNS ? 1 : -1])

static const column outlets[] = {{"id", COLUMN_ID, NULL},
                                 {"name", COLUMN_PHRASE, NULL},
                                 {"kind", COLUMN_ENUM, "agency newspaper tv radio site magazine portal broadcaster platform aggregator"},
                                 {"country", COLUMN_TEXT, NULL},
                                 {"tz", COLUMN_TEXT, NULL},
                                 {"domains", COLUMN_TEXT, NULL},
                                 {"owner", COLUMN_TEXT, NULL},
                                 {"spellings", COLUMN_PHRASES, NULL},
                                 {"common", COLUMN_ENUM, "no yes"},
                                 {"why", COLUMN_WHY, NULL}};

static const column places[] = {{"id", COLUMN_ID, NULL},
                                {"name", COLUMN_PHRASE, NULL},
                                {"kind", COLUMN_ENUM, "country capital city region territory continent sea other"},
                                {"country", COLUMN_TEXT, NULL},
                                {"lat", COLUMN_DECIMAL, NULL},
                                {"lon", COLUMN_DECIMAL, NULL},
                                {"spellings", COLUMN_PHRASES, NULL},
                                {"adjectives", COLUMN_PHRASES, NULL},
                                {"common", COLUMN_ENUM, "no yes"},
                                {"why", COLUMN_WHY, NULL}};

static const column markers[] = {{"marker", COLUMN_PHRASE, NULL},
                                 {"kind", COLUMN_ENUM,
                                  "read_also similar most_read source keywords comment_form share social ad_label caption breadcrumb footer byline "
                                  "dateline section list_end end other"},
                                 {"where", COLUMN_ENUM, "line start either end inside"},
                                 {"takes", COLUMN_ENUM, "nothing rest list article promo"},
                                 {"why", COLUMN_WHY, NULL}};

static const column triggers[] = {{"phrase", COLUMN_PHRASE, NULL},
                                  {"form", COLUMN_ENUM, "preposition verb relative noun false_friend"},
                                  {"takes", COLUMN_ENUM, "direct l an media -"},
                                  {"force", COLUMN_ENUM, "says carries claims denies announces confirms reveals shows obtains makes -"},
                                  {"why", COLUMN_WHY, NULL}};

static const column heads[] = {{"noun", COLUMN_PHRASES, NULL},
                               {"kind", COLUMN_ENUM, "agency outlet official document social footage anonymous false_friend unnamed"},
                               {"takes", COLUMN_ENUM, "name none of li -"},
                               {"state", COLUMN_TEXT, NULL},
                               {"why", COLUMN_WHY, NULL}};

static const column credits[] = {{"phrase", COLUMN_PHRASES, NULL},
                                 {"kind", COLUMN_ENUM, "agency agencies_unnamed desk own place"},
                                 {"id", COLUMN_TEXT, NULL},
                                 {"where", COLUMN_ENUM, "dateline tail line any"},
                                 {"why", COLUMN_WHY, NULL}};

static const column months[] = {{"form", COLUMN_PHRASE, NULL}, {"month", COLUMN_NUMBER, NULL},          {"calendar", COLUMN_ENUM, "gregorian hijri"},
                                {"region", COLUMN_TEXT, NULL}, {"alone", COLUMN_ENUM, "yes near date"}, {"why", COLUMN_WHY, NULL}};

static const column weekdays[] = {
    {"form", COLUMN_PHRASE, NULL}, {"iso", COLUMN_NUMBER, NULL}, {"alone", COLUMN_ENUM, "yes near latin"}, {"why", COLUMN_WHY, NULL}};

static const column time_words[] = {
    {"form", COLUMN_PHRASE, NULL},
    {"role", COLUMN_ENUM,
     "ampm zone ago unit dual day now clock era link suffix the these both pair adj this part portion ordinal hour "
     "hourcount one plural minutes nth many some several decade century season mark vague recur each future lookalike named "
     "anchor bound daypart dayend night tonight yearword monthword preposition remainder which"},
    {"value", COLUMN_TEXT, NULL},
    {"why", COLUMN_WHY, NULL}};

static const column stops[] = {{"form", COLUMN_PHRASE, NULL}, {"why", COLUMN_WHY, NULL}};

static const column bylines[] = {
    {"form", COLUMN_TEXT, NULL}, {"role", COLUMN_ENUM, "opens joins desk closes places issue site tail picture"}, {"why", COLUMN_WHY, NULL}};

static const column html_hints[] = {{"words", COLUMN_TEXT, NULL},
                                    {"kind", COLUMN_ENUM,
                                     "body article content nav footer header sidebar related promo share comment form newsletter ad consent author "
                                     "date caption tags headline lead media popup tool hidden crumb live paywall quote"},
                                    {"why", COLUMN_WHY, NULL}};

static const column vouch_words[] = {
    {"form", COLUMN_TEXT, NULL}, {"who", COLUMN_WEIGHT, NULL}, {"said", COLUMN_WEIGHT, NULL}, {"why", COLUMN_WHY, NULL}};

static const column given_names[] = {
    {"name", COLUMN_PHRASE, NULL},
    {"spellings", COLUMN_PHRASES, NULL},
    {"origin", COLUMN_ENUM,
     "arab persian turkish kurdish russian english french spanish hebrew korean chinese indian african german italian amazigh other"},
    {"gender", COLUMN_ENUM, "m f both"},
    {"common", COLUMN_ENUM, "no yes word"},
    {"why", COLUMN_WHY, NULL}};

static const column family_names[] = {
    {"name", COLUMN_PHRASE, NULL},
    {"spellings", COLUMN_PHRASES, NULL},
    {"origin", COLUMN_ENUM,
     "arab persian turkish kurdish russian english french spanish hebrew korean chinese indian african german italian amazigh other"},
    {"common", COLUMN_ENUM, "no yes word"},
    {"why", COLUMN_WHY, NULL}};

static const column people[] = {
    {"id", COLUMN_ID, NULL},        {"name", COLUMN_PHRASE, NULL},  {"spellings", COLUMN_PHRASES, NULL}, {"short_forms", COLUMN_PHRASES, NULL},
    {"country", COLUMN_TEXT, NULL}, {"gender", COLUMN_ENUM, "m f"}, {"common", COLUMN_ENUM, "no yes"},   {"why", COLUMN_WHY, NULL}};

static const column office_holders[] = {
    {"person", COLUMN_KEY, NULL}, {"office", COLUMN_KEY, NULL}, {"from", COLUMN_TEXT, NULL}, {"to", COLUMN_TEXT, NULL}, {"why", COLUMN_WHY, NULL}};
static const column organizations[] = {{"id", COLUMN_ID, NULL},
                                       {"name", COLUMN_PHRASE, NULL},
                                       {"kind", COLUMN_ENUM,
                                        "ministry government parliament court military police intelligence party armed_group international ngo union "
                                        "company bank club federation league university hospital church mosque_body media_body other"},
                                       {"country", COLUMN_TEXT, NULL},
                                       {"parent", COLUMN_TEXT, NULL},
                                       {"spellings", COLUMN_PHRASES, NULL},
                                       {"common", COLUMN_ENUM, "no yes"},
                                       {"why", COLUMN_WHY, NULL}};

static const column titles[] = {{"phrase", COLUMN_PHRASE, NULL},  {"kind", COLUMN_ENUM, "office rank honorific profession kinship nominal modifier"},
                                {"office", COLUMN_TEXT, NULL},    {"takes", COLUMN_ENUM, "name adj of none"},
                                {"alone", COLUMN_ENUM, "no yes"}, {"gender", COLUMN_ENUM, "m f"},
                                {"number", COLUMN_ENUM, "s d p"}, {"why", COLUMN_WHY, NULL}};

static const column offices[] = {{"id", COLUMN_ID, NULL},           {"body", COLUMN_TEXT, NULL},
                                 {"name", COLUMN_PHRASE, NULL},     {"spellings", COLUMN_PHRASES, NULL},
                                 {"nominal", COLUMN_PHRASES, NULL}, {"why", COLUMN_WHY, NULL}};

static const column org_heads[] = {{"phrase", COLUMN_PHRASE, NULL},
                                   {"type", COLUMN_ENUM, "organization facility product event document"},
                                   {"takes", COLUMN_ENUM, "name adj of any"},
                                   {"alone", COLUMN_ENUM, "no yes"},
                                   {"means", COLUMN_ENUM, "- company bank club party group international union league school house"},
                                   {"why", COLUMN_WHY, NULL}};

static const column things[] = {{"id", COLUMN_ID, NULL},
                                {"name", COLUMN_PHRASE, NULL},
                                {"type", COLUMN_ENUM, "product event facility document"},
                                {"spellings", COLUMN_PHRASES, NULL},
                                {"common", COLUMN_ENUM, "no yes"},
                                {"why", COLUMN_WHY, NULL}};

static const column numbers[] = {
    {"forms", COLUMN_PHRASES, NULL},
    {"kind", COLUMN_ENUM,
     "digit teen tens hundred scale dual plural tens_of few fraction parts point ordinal ordinal_part ordinal_teen beyond age skip"},
    {"value", COLUMN_DECIMAL, NULL},
    {"why", COLUMN_WHY, NULL}};

static const column verbs[] = {
    {"lemma", COLUMN_ID, NULL},
    {"m", COLUMN_PHRASES, NULL},
    {"f", COLUMN_PHRASES, NULL},
    {"p", COLUMN_PHRASES, NULL},
    {"passive", COLUMN_PHRASES, NULL},
    {"participle", COLUMN_PHRASES, NULL},
    {"noun", COLUMN_PHRASES, NULL},
    {"act", COLUMN_PHRASES, NULL},
    {"that", COLUMN_ENUM, "no yes"},
    {"also", COLUMN_ENUM, "none object bi ila ala an min li fi object_bi object_ala object_ila bi_object"},
    {"force", COLUMN_ENUM,
     "says accuses admits announces answers apologizes asks believes carries claims concludes condemns confirms congratulates criticizes decides "
     "demands denies describes estimates explains expresses hints notes orders praises promises proposes rejects reveals sets shows speaks supports "
     "tells thanks threatens warns welcomes wishes writes"},
    {"sure", COLUMN_ENUM, "no yes close"},
    {"why", COLUMN_WHY, NULL}};

static const column quote_words[] = {
    {"form", COLUMN_PHRASE, NULL},
    {"role", COLUMN_ENUM,
     "that joins boilerplate aside preposition leaves breaks relative helps negates from object names label released venue about on to of in own act "
     "kin "
     "masculine known therein subordinate letters within watched asfor describes described each withholds identity ranks publishes governs court "
     "branch titled "
     "issues calls blame everyday feminine when asks turns silent thing issued press same shown veil first list vote adopted narrates cause then "
     "besides mine wording although headed states feat topic adds remark roster invites house rules holds brief between written "
     "copula bound comment after ground belittled signal herald gaze waved nearly tidings impersonal engaged addressed part pair both sides lands "
     "called somebody share display attitude staff talk printed paper obtains copy vague nickname institution spent urges verse slain keeps led "
     "stance ours intent "
     "comes un research tail news"},
    {"why", COLUMN_WHY, NULL}};
static const column name_parts[] = {
    {"form", COLUMN_PHRASE, NULL},
    {"role", COLUMN_ENUM,
     "abd kunya son clan faith particle initial suffix ordinal where generic house body sport purpose deed jails oneof storm matters "
     "sphere work toponym named known called abstract twofold post clubword plays letter coast describes undertaking "
     "meets star latter official between beats "
     "against over cup field team anybody nations party state ministry transfer everyday"},
    {"why", COLUMN_WHY, NULL}};

static const column place_heads[] = {{"phrase", COLUMN_PHRASE, NULL},
                                     {"kind", COLUMN_ENUM, "region city water land"},
                                     {"keep", COLUMN_ENUM, "no yes"},
                                     {"number", COLUMN_ENUM, "s d p"},
                                     {"why", COLUMN_WHY, NULL}};

static const column holidays[] = {{"form", COLUMN_PHRASE, NULL},  {"calendar", COLUMN_ENUM, "gregorian hijri easter pascha"},
                                  {"month", COLUMN_NUMBER, NULL}, {"day", COLUMN_NUMBER, NULL},
                                  {"days", COLUMN_NUMBER, NULL},  {"why", COLUMN_WHY, NULL}};

static const column hijri[] = {{"year", COLUMN_NUMBER, NULL},
                               {"start", COLUMN_TEXT, NULL},
                               {"lengths", COLUMN_TEXT, NULL},
                               {"other", COLUMN_TEXT, NULL},
                               {"why", COLUMN_WHY, NULL}};
static const column bounds[] = {
    {"phrase", COLUMN_PHRASES, NULL},
    {"side", COLUMN_ENUM, "before after measure verb result"},
    {"effect", COLUMN_ENUM,
     "approx at_least at_most more_than less_than between exact change year name score age head part each subset fills to or of skip "
     "goal pair triple quadruple quintuple sextuple septuple goals against clean same goalless"},
    {"why", COLUMN_WHY, NULL}};

static const column units[] = {{"forms", COLUMN_PHRASES, NULL}, {"dual", COLUMN_PHRASES, NULL}, {"kind", COLUMN_ENUM, "percent duration measure"},
                               {"code", COLUMN_TEXT, NULL},     {"name", COLUMN_TEXT, NULL},    {"why", COLUMN_WHY, NULL}};

static const column currencies[] = {{"forms", COLUMN_PHRASES, NULL}, {"dual", COLUMN_PHRASES, NULL}, {"code", COLUMN_TEXT, NULL},
                                    {"country", COLUMN_TEXT, NULL},  {"name", COLUMN_TEXT, NULL},    {"sign", COLUMN_TEXT, NULL},
                                    {"why", COLUMN_WHY, NULL}};

static const column counted[] = {{"forms", COLUMN_PHRASES, NULL},
                                 {"dual", COLUMN_PHRASES, NULL},
                                 {"kind", COLUMN_ENUM, "noun stop elative adjective ranked"},
                                 {"why", COLUMN_WHY, NULL}};

static const column claim_words[] = {
    {"forms", COLUMN_PHRASES, NULL},
    {"role", COLUMN_ENUM, "thing people victim toll state scope deny means event office lasts goods disease counts plain says empty"},
    {"key", COLUMN_TEXT, NULL},
    {"why", COLUMN_WHY, NULL}};

static const column edition_words[] = {
    {"form", COLUMN_PHRASES, NULL}, {"role", COLUMN_ENUM, "notice opens"}, {"says", COLUMN_ENUM, "wrong other"}, {"why", COLUMN_WHY, NULL}};

static const column dimensions[] = {
    {"code", COLUMN_ID, NULL}, {"dimension", COLUMN_TEXT, NULL}, {"factor", COLUMN_WEIGHT, NULL}, {"why", COLUMN_WHY, NULL}};

static const column url_parts[] = {{"kind", COLUMN_ENUM, "track track_prefix twin_param twin_host twin_begin twin_end cache"},
                                   {"text", COLUMN_TEXT, NULL},
                                   {"to", COLUMN_TEXT, NULL},
                                   {"host", COLUMN_TEXT, NULL},
                                   {"why", COLUMN_WHY, NULL}};
static const column claim_labels[] = {{"id", COLUMN_ID, NULL}, {"ar", COLUMN_TEXT, NULL}, {"en", COLUMN_TEXT, NULL}, {"why", COLUMN_WHY, NULL}};
static const column page_words[] = {{"id", COLUMN_ID, NULL}, {"ar", COLUMN_TEXT, NULL}, {"en", COLUMN_TEXT, NULL}, {"why", COLUMN_WHY, NULL}};

static const column overrides[] = {
    {"act", COLUMN_ENUM, "same apart"}, {"name", COLUMN_TEXT, NULL}, {"other", COLUMN_TEXT, NULL}, {"why", COLUMN_WHY, NULL}};
static const column event_ranks[] = {{"form", COLUMN_TEXT, NULL}, {"why", COLUMN_WHY, NULL}};

static const column openings[] = {{"form", COLUMN_TEXT, NULL}, {"role", COLUMN_ENUM, "leans this bait link past none"}, {"why", COLUMN_WHY, NULL}};
static const column search_words[] = {{"form", COLUMN_TEXT, NULL},
                                      {"role", COLUMN_ENUM, "field since until on or none"},
                                      {"value", COLUMN_TEXT, NULL},
                                      {"stop", COLUMN_ENUM, "no yes"},
                                      {"why", COLUMN_WHY, NULL}};
static const column check_words[] = {
    {"form", COLUMN_TEXT, NULL},
    {"role", COLUMN_ENUM,
     "opposite relative mutual win preposition refuse auxiliary untrue same in to from over hearsay maybe town beat light by contest "
     "clean modal over_it group except"},
    {"other", COLUMN_TEXT, NULL},
    {"why", COLUMN_WHY, NULL}};
static const column latin_names[] = {{"latin", COLUMN_ID, NULL}, {"arabic", COLUMN_TEXT, NULL}, {"why", COLUMN_WHY, NULL}};

const schema schemas[SCHEMA_COUNT] = {
    {"outlets", "outlets.tsv", COLUMNS(outlets)},
    {"places", "places.tsv", COLUMNS(places)},
    {"markers", "ar/page_markers.tsv", COLUMNS(markers)},
    {"triggers", "ar/source_triggers.tsv", COLUMNS(triggers)},
    {"heads", "ar/source_heads.tsv", COLUMNS(heads)},
    {"credits", "ar/credits.tsv", COLUMNS(credits)},
    {"months", "ar/months.tsv", COLUMNS(months)},
    {"weekdays", "ar/weekdays.tsv", COLUMNS(weekdays)},
    {"time_words", "ar/time_words.tsv", COLUMNS(time_words)},
    {"stops", "ar/noun_phrase_stops.tsv", COLUMNS(stops)},
    {"given_names", "ar/given_names.tsv", COLUMNS(given_names)},
    {"family_names", "ar/family_names.tsv", COLUMNS(family_names)},
    {"people", "people.tsv", COLUMNS(people)},
    {"office_holders", "office_holders.tsv", COLUMNS(office_holders)},
    {"organizations", "organizations.tsv", COLUMNS(organizations)},
    {"titles", "ar/titles.tsv", COLUMNS(titles)},
    {"offices", "offices.tsv", COLUMNS(offices)},
    {"org_heads", "ar/org_heads.tsv", COLUMNS(org_heads)},
    {"things", "products_events.tsv", COLUMNS(things)},
    {"numbers", "ar/numbers.tsv", COLUMNS(numbers)},
    {"verbs", "ar/reporting_verbs.tsv", COLUMNS(verbs)},
    {"quote_words", "ar/quote_words.tsv", COLUMNS(quote_words)},
    {"holidays", "ar/holidays.tsv", COLUMNS(holidays)},
    {"name_parts", "ar/name_parts.tsv", COLUMNS(name_parts)},
    {"place_heads", "ar/place_heads.tsv", COLUMNS(place_heads)},
    {"bounds", "ar/number_bounds.tsv", COLUMNS(bounds)},
    {"units", "ar/units.tsv", COLUMNS(units)},
    {"currencies", "ar/currencies.tsv", COLUMNS(currencies)},
    {"counted", "ar/counted.tsv", COLUMNS(counted)},
    {"claim_words", "ar/claim_words.tsv", COLUMNS(claim_words)},
    {"edition_words", "ar/edition_words.tsv", COLUMNS(edition_words)},
    {"hijri", "hijri.tsv", COLUMNS(hijri)},
    {"bylines", "bylines.tsv", COLUMNS(bylines)},
    {"html_hints", "html_hints.tsv", COLUMNS(html_hints)},
    {"html_weights", "html_weights.tsv", COLUMNS(html_weights)},
    {"dimensions", "dimensions.tsv", COLUMNS(dimensions)},
    {"claim_labels", "claim_labels.tsv", COLUMNS(claim_labels)},
    {"page_words", "page_words.tsv", COLUMNS(page_words)},
    {"overrides", "entity_overrides.tsv", COLUMNS(overrides)},
    {"url_parts", "url_params.tsv", COLUMNS(url_parts)},
    {"openings", "ar/sentence_openings.tsv", COLUMNS(openings)},
    {"speaker_weights", "speaker_weights.tsv", COLUMNS(speaker_weights)},
    {"reach_weights", "reach_weights.tsv", COLUMNS(reach_weights)},
    {"tied_weights", "tied_weights.tsv", COLUMNS(tied_weights)},
    {"story_weights", "story_weights.tsv", COLUMNS(story_weights)},
    {"figure_weights", "figure_weights.tsv", COLUMNS(figure_weights)},
    {"statement_weights", "statement_weights.tsv", COLUMNS(statement_weights)},
    {"vouch_weights", "vouch_weights.tsv", COLUMNS(vouch_weights)},
    {"item_weights", "item_weights.tsv", COLUMNS(item_weights)},
    {"vouch_words", "ar/vouch_words.tsv", COLUMNS(vouch_words)},
    {"event_ranks", "ar/event_ranks.tsv", COLUMNS(event_ranks)},
    {"search_words", "ar/search_words.tsv", COLUMNS(search_words)},
    {"latin_names", "latin_names.tsv", COLUMNS(latin_names)},
    {"check_words", "ar/check_words.tsv", COLUMNS(check_words)},
};
