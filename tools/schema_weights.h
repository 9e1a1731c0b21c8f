/* The columns of the tables of weights: what each fitted judgement reads, in the order of its code. */
#ifndef ISNAD_TOOLS_SCHEMA_WEIGHTS_H
#define ISNAD_TOOLS_SCHEMA_WEIGHTS_H

#include "schema.h"

/* What src/page/html_features.c measures of a line. */
static const column html_weights[] = {
    {"feature", COLUMN_ENUM,
     "bias len long short link all_link stops end_stop end_colon commas digits bold broken prose quote long_link tag_p "
     "tag_li tag_td tag_div tag_figcaption tag_blockquote tag_h1 tag_h2 tag_h3 tag_h46 tag_dd tag_dt tag_pre "
     "tag_section tag_article tag_body tag_main tag_other in_nav in_aside in_footer in_header in_form in_figure "
     "in_article in_main in_list in_table in_quote in_section in_dl in_cell in_item in_address in_p hidden near_body "
     "near_article near_content near_nav near_footer near_header near_sidebar near_related near_promo near_share "
     "near_comment near_form near_newsletter near_ad near_consent near_author near_date near_caption near_tags "
     "near_headline near_lead near_media near_popup near_tool near_hidden near_crumb near_live near_paywall "
     "near_quote far_body far_article far_content far_nav far_footer far_header far_sidebar far_related far_promo "
     "far_share far_comment far_form far_newsletter far_ad far_consent far_author far_date far_caption far_tags "
     "far_headline far_lead far_media far_popup far_tool far_hidden far_crumb far_live far_paywall far_quote own_any "
     "box0_prose box1_prose box2_prose box3_prose box0_link box1_link box2_link box3_link box0_len box1_len box2_len "
     "box3_len outer_prose in_top top_distance top_up out_up common_prose before after lines_before lines_after "
     "position title_side title_lines is_title next_prose prev_prose back2_len back2_link back2_prose back2_same "
     "back1_len back1_link back1_prose back1_same on1_len on1_link on1_prose on1_same on2_len on2_link on2_prose "
     "on2_same repeat_count repeat_len repeat_link doubled title_share title_cover described stated stated_known "
     "top_share page_prose sibling_len top_short top_all_link top_item top_heading top_prose prose_out prose_after"},
    {"weight", COLUMN_WEIGHT, NULL},
    {"why", COLUMN_WHY, NULL}};

/* What src/story/score.c measures of two reports. */
static const column story_weights[] = {
    {"feature", COLUMN_ENUM,
     "bias whole headline headline_cover headline_bits lead_cover shared share length rare_lead event_lead person_lead "
     "second third figure_same top3_more top3_less top6_more person_strange town_strange country_strange "
     "body_strange alike_town alike_person alike_body alike_top figure_apart ordinal_apart days undated"},
    {"full", COLUMN_WEIGHT, NULL},
    {"mixed", COLUMN_WEIGHT, NULL},
    {"bare", COLUMN_WEIGHT, NULL},
    {"why", COLUMN_WHY, NULL}};

/* What src/note/speakers/speaker_likely.c reads of one who may be meant. */
static const column speaker_weights[] = {
    {"feature", COLUMN_ENUM,
     "rule nobody last last_near last_participle last_adds starts_last spoke adds_new topic topic_here starts_topic "
     "headlined mentions here before far opens nearest initial behind_verb behind_speech behind_other "
     "behind_preposition behind_mark behind_that subject_participle here_participle adjoins commas "
     "speech_between relative_away told within person person_same thing_same several_same place medium document "
     "anonymous words words_definite unknown_initial"},
    {"weight", COLUMN_WEIGHT, NULL},
    {"why", COLUMN_WHY, NULL}};

/* What src/note/speakers/speaker_tied.c reads of one whom a description may mean. */
static const column tied_weights[] = {{"feature", COLUMN_ENUM,
                                       "nobody nobody_rank nobody_construct nobody_indefinite nobody_long nobody_spokesman "
                                       "last last_near last_somebody only_speaker spoke speaks headlined hero "
                                       "hero_trade first nearest near far behind behind_near opening_near opening_next "
                                       "opening_same named_on told bears officed same_office other_office shares same_nation "
                                       "unknown_nation listed"},
                                      {"weight", COLUMN_WEIGHT, NULL},
                                      {"why", COLUMN_WHY, NULL}};

/* What src/note/speakers/speaker_reach.c reads of where a phrase may end. */
static const column reach_weights[] = {{"feature", COLUMN_ENUM,
                                        "open_relative open_of open_in open_on open_preposition open_ba open_li open_adjective open_definite "
                                        "open_linked open_name open_quality head_document head_people head_body head_other named_place named_body "
                                        "body people owned said takes_object acts goes definite of_people li_definite li_adjective "
                                        "definite_document quality_of_definite word_of_definite word_of_people name_of_office bound sign_verb "
                                        "sign_mark sign_ba sign_linked holds_venue holds_when holds_verb marks words to_limit to_mark last_open "
                                        "last_short_clause splits_number splits_name splits_adjective splits_construct before_preposition "
                                        "before_when before_verb"},
                                       {"weight", COLUMN_WEIGHT, NULL},
                                       {"why", COLUMN_WHY, NULL}};

/* What src/claim/figure_likely.c measures of two figures. */
static const column figure_weights[] = {{"feature", COLUMN_ENUM,
                                         "bias words words_square contained shared sole alone two_things no_thing rare_thing one_thing same_state "
                                         "one_state two_states two_scopes part two_times one_place two_places claimant holder toll percent counts "
                                         "lasts age moves headline days few votes ratio swapped rises lone same_number digits size two other_name"},
                                        {"differ", COLUMN_WEIGHT, NULL},
                                        {"agree", COLUMN_WEIGHT, NULL},
                                        {"why", COLUMN_WHY, NULL}};

/* What src/claim/statement_likely.c measures of two statements. */
static const column statement_weights[] = {{"feature", COLUMN_ENUM, "bias words contained telling claimant one_bearer numbers_part days"},
                                           {"weight", COLUMN_WEIGHT, NULL},
                                           {"why", COLUMN_WHY, NULL}};

/* What src/note/sources/vouch*.c read of one who speaks. */
static const column vouch_weights[] = {{"feature", COLUMN_ENUM,
                                        "bias behind no_quote direct fragment that that_he that_will that_present that_not that_ours "
                                        "first_person court attitude_verb attitude_first attitude_said owned_first will_first numbers times stance "
                                        "length mine ours intent attitude impersonal "
                                        "negates future places people bodies named nominal bare state body known office spokesman rank "
                                        "profession kinship org_head head_official head_unnamed statements share first medium document post "
                                        "headlined lead who_words said_words org_ministry org_government org_parliament org_court org_military "
                                        "org_police org_intelligence org_party org_armed_group org_international org_ngo org_union org_company "
                                        "org_bank org_club org_federation org_league org_university org_hospital org_church org_mosque_body "
                                        "org_media_body org_other force_says force_accuses force_admits force_announces force_answers "
                                        "force_apologizes force_asks force_believes force_carries force_claims force_concludes force_condemns "
                                        "force_confirms force_congratulates force_criticizes force_decides force_demands force_denies "
                                        "force_describes force_estimates force_explains force_expresses force_hints force_notes force_orders "
                                        "force_praises force_promises force_proposes force_rejects force_reveals force_sets force_shows "
                                        "force_speaks force_supports force_tells force_thanks force_threatens force_warns force_welcomes "
                                        "force_wishes force_writes"},
                                       {"weight", COLUMN_WEIGHT, NULL},
                                       {"why", COLUMN_WHY, NULL}};

/* What src/page/item_gap.c reads of the lines between two paragraphs. */
static const column item_weights[] = {{"feature", COLUMN_ENUM,
                                       "bias title short asks shares strange listed of_lead stamp stamp_over ago writer name filed placed goes_on "
                                       "teaser announced colon rule credit end button repeats pattern briefs live one_paragraph more"},
                                      {"weight", COLUMN_WEIGHT, NULL},
                                      {"why", COLUMN_WHY, NULL}};

#endif
