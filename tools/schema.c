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
                                  "dateline section list_end other"},
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

static const column bylines[] = {{"form", COLUMN_TEXT, NULL}, {"role", COLUMN_ENUM, "opens joins desk closes"}, {"why", COLUMN_WHY, NULL}};

static const column html_hints[] = {{"words", COLUMN_TEXT, NULL},
                                    {"kind", COLUMN_ENUM,
                                     "body article content nav footer header sidebar related promo share comment form newsletter ad consent author "
                                     "date caption tags headline lead media popup tool hidden crumb live paywall quote"},
                                    {"why", COLUMN_WHY, NULL}};

     "feature bias len long short link all_link stops end_stop end_colon commas digits bold broken prose quote long_link tag_p tag_li tag_td "
     "tag_div tag_figcaption tag_blockquote tag_h1 tag_h2 tag_h3 tag_h46 tag_dd tag_dt tag_pre tag_section tag_article tag_body tag_main tag_other "
     "in_nav in_aside in_footer in_header in_form in_figure in_article in_main in_list in_table in_quote in_section in_dl in_cell in_item "
     "in_address in_p hidden near_body near_article near_content near_nav near_footer near_header near_sidebar near_related near_promo near_share "
     "near_comment near_form near_newsletter near_ad near_consent near_author near_date near_caption near_tags near_headline near_lead near_media "
     "near_popup near_tool near_hidden near_crumb near_live near_paywall near_quote far_body far_article far_content far_nav far_footer far_header "
     "far_sidebar far_related far_promo far_share far_comment far_form far_newsletter far_ad far_consent far_author far_date far_caption far_tags "
     "far_headline far_lead far_media far_popup far_tool far_hidden far_crumb far_live far_paywall far_quote own_any box0_prose box1_prose "
     "box2_prose box3_prose box0_link box1_link box2_link box3_link box0_len box1_len box2_len box3_len outer_prose in_top top_distance top_up "
     "out_up common_prose before after lines_before lines_after position title_side title_lines is_title next_prose prev_prose back2_len "
     "back2_link back2_prose back2_same back1_len back1_link back1_prose back1_same on1_len on1_link on1_prose on1_same on2_len on2_link on2_prose "
     "on2_same repeat_count repeat_len repeat_link doubled title_share title_cover described stated stated_known top_share page_prose sibling_len "
     "top_short top_all_link top_item top_heading top_prose prose_out prose_after weight why feature bias whole headline cover_more cover_less "
     "names specific figure_same figure_apart ordinal_apart person_apart person_strange place_apart place_strange place_same days undated full "
     "mixed bare why feature rule nobody last last_near last_participle last_adds starts_last spoke adds_new topic topic_here starts_topic "
     "headlined mentions here before far opens nearest initial behind_verb behind_speech behind_other behind_preposition behind_mark behind_that "
     "subject_participle here_participle adjoins commas speech_between relative_away told within person person_same thing_same several_same place "
     "medium document anonymous words words_definite unknown_initial weight why feature bias words words_square contained shared sole alone "
     "two_things no_thing rare_thing one_thing same_state one_state two_states two_scopes part two_times one_place two_places claimant holder toll "
     "percent counts lasts age moves headline days few votes ratio swapped rises lone same_number digits size two other_name differ agree why "
     "feature bias words contained telling claimant one_bearer numbers_part days weight why feature bias behind no_quote direct fragment that "
     "that_he that_will that_present that_not that_ours first_person court attitude_verb attitude_first attitude_said owned_first will_first "
     "numbers times stance length mine ours intent attitude impersonal negates future places people bodies named nominal bare state body known "
     "office spokesman rank profession kinship org_head head_official head_unnamed statements share first medium document post headlined lead "
     "who_words said_words org_ministry org_government org_parliament org_court org_military org_police org_intelligence org_party org_armed_group "
     "org_international org_ngo org_union org_company org_bank org_club org_federation org_league org_university org_hospital org_church "
     "org_mosque_body org_media_body org_other force_says force_accuses force_admits force_announces force_answers force_apologizes force_asks "
     "force_believes force_carries force_claims force_concludes force_condemns force_confirms force_congratulates force_criticizes force_decides "
     "force_demands force_denies force_describes force_estimates force_explains force_expresses force_hints force_notes force_orders force_praises "
     "force_promises force_proposes force_rejects force_reveals force_sets force_shows force_speaks force_supports force_tells force_thanks "
     "force_threatens force_warns force_welcomes force_wishes force_writes weight why"
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
                                   {"means", COLUMN_ENUM, "- company bank club party group international union league school"},
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
     "that joins boilerplate aside preposition leaves breaks relative helps negates from object names label venue about on to of in own act kin "
     "masculine known therein subordinate letters within watched asfor describes each withholds identity ranks publishes governs court branch titled "
     "issues calls blame everyday feminine when asks turns silent thing issued press same shown veil first list vote adopted narrates cause then "
     "besides mine wording although headed states feat topic adds remark roster invites house rules holds brief between written "
     "copula bound comment after ground belittled signal herald gaze waved nearly tidings impersonal engaged addressed part pair both sides lands "
     "called somebody share display attitude staff talk printed paper obtains copy vague nickname institution spent keeps led stance ours intent "
     "comes"},
    {"why", COLUMN_WHY, NULL}};
static const column name_parts[] = {
    {"form", COLUMN_PHRASE, NULL},
    {"role", COLUMN_ENUM,
     "abd kunya son clan faith particle initial suffix ordinal where generic house body sport purpose deed matters "
     "called abstract twofold post clubword plays letter coast describes undertaking meets star latter official between beats "
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

static const column edition_words[] = {{"form", COLUMN_PHRASES, NULL}, {"role", COLUMN_ENUM, "notice opens"}, {"why", COLUMN_WHY, NULL}};

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
    {"story_weights", "story_weights.tsv", COLUMNS(story_weights)},
    {"figure_weights", "figure_weights.tsv", COLUMNS(figure_weights)},
    {"statement_weights", "statement_weights.tsv", COLUMNS(statement_weights)},
    {"vouch_weights", "vouch_weights.tsv", COLUMNS(vouch_weights)},
    {"vouch_words", "ar/vouch_words.tsv", COLUMNS(vouch_words)},
    {"event_ranks", "ar/event_ranks.tsv", COLUMNS(event_ranks)},
    {"search_words", "ar/search_words.tsv", COLUMNS(search_words)},
    {"latin_names", "latin_names.tsv", COLUMNS(latin_names)},
    {"check_words", "ar/check_words.tsv", COLUMNS(check_words)},
};
