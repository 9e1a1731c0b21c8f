/* What was read as a citation and cites nobody: an act that a verb of saying tells, and the attitude of a person. Who resigns, sentences or shows a
 * car tells nothing of others; who praises or threatens speaks, and his words are a quote. The names are known here. */
#include "note/sources/source_subject.h"

#include <string.h>

/* The token that holds an offset: a citation may begin behind a proclitic. */
static size_t token_of(const note_scan *s, uint32_t offset) {
  size_t at = isnad_tokens_seek(&s->page->tokens, offset + 1);
  return at > 0 ? at - 1 : 0;
}

static const isnad_phrase *verb_at(const subject *of, size_t at) {
  const isnad_phrase *hit = note_hit_at(of->unit, at, ISNAD_TABLE_VERBS);
  return hit != NULL && hit->cell <= ISNAD_VERBS_CELL_P ? hit : NULL;
}

/* The verb before the source at the head of its citation, or behind it at the end. */
static bool find_verb(subject *of) {
  const isnad_tokens *tokens = &of->s->page->tokens;
  size_t begin = token_of(of->s, of->source->span.begin), last = isnad_tokens_seek(tokens, of->source->span.end);
  of->first = token_of(of->s, of->source->named.span.begin);
  size_t end = isnad_tokens_seek(tokens, of->source->named.span.end);
  const isnad_phrase *hit = begin < of->first ? verb_at(of, begin) : NULL;
  for (size_t at = last; begin >= of->first && hit == NULL && at > end; at--) hit = verb_at(of, at - 1); /* a verb may be of several words */
  if (hit == NULL) return false;
  of->verb = &isnad_verbs_rows[hit->row];
  of->verb_first = hit->first;
  of->behind = end > hit->first + hit->count ? end : hit->first + hit->count;
  return true;
}

static bool is_attitude(isnad_verbs_force force) {
  switch (force) {
  case ISNAD_VERBS_FORCE_WELCOMES:
  case ISNAD_VERBS_FORCE_SUPPORTS:
  case ISNAD_VERBS_FORCE_CONGRATULATES:
  case ISNAD_VERBS_FORCE_CONDEMNS:
  case ISNAD_VERBS_FORCE_CRITICIZES:
  case ISNAD_VERBS_FORCE_BELIEVES:
  case ISNAD_VERBS_FORCE_DESCRIBES:
  case ISNAD_VERBS_FORCE_PROMISES:
  case ISNAD_VERBS_FORCE_WISHES:
  case ISNAD_VERBS_FORCE_PRAISES:
  case ISNAD_VERBS_FORCE_REJECTS:
  case ISNAD_VERBS_FORCE_THREATENS:
  case ISNAD_VERBS_FORCE_THANKS:
  case ISNAD_VERBS_FORCE_PROPOSES:
  case ISNAD_VERBS_FORCE_APOLOGIZES:
  case ISNAD_VERBS_FORCE_DEMANDS:
  case ISNAD_VERBS_FORCE_EXPRESSES:
    return true;
  default:
    return false;
  }
}

/* A feeling, a judgement or a will of a body, which vouches for nothing, "that" or not: it accuses, condemns, fears, promises, calls for. */
static bool is_stance(isnad_verbs_force force) {
  return force == ISNAD_VERBS_FORCE_ACCUSES || (is_attitude(force) && force != ISNAD_VERBS_FORCE_BELIEVES && force != ISNAD_VERBS_FORCE_CRITICIZES);
}

/* What people without a name want or feel. Whom they accuse or what they fear, they may have seen. */
static bool is_mood(isnad_verbs_force force) {
  return is_stance(force) && force != ISNAD_VERBS_FORCE_ACCUSES && force != ISNAD_VERBS_FORCE_EXPRESSES && force != ISNAD_VERBS_FORCE_DESCRIBES;
}

/* What a body believes or complains of: its view too, as long as no "that" tells a fact. */
static bool is_view(isnad_verbs_force force) { return force == ISNAD_VERBS_FORCE_BELIEVES || force == ISNAD_VERBS_FORCE_CRITICIZES; }

/* Who a source is: a body, a person, one whose office it is to know, or one whose office it is to speak of policy. A spokesman is the body for which
 * he speaks. */
typedef enum voice { VOICE_BODY, VOICE_PERSON, VOICE_KNOWS, VOICE_STATESMAN } voice;

/* A rank of the army or the police, a commander, a prosecutor: offices that know. */
static bool is_knowing(const isnad_titles_row *row) {
  static const char *const offices[] = {"commander", "police-chief", "prosecutor", "chief-of-staff", "governor"};
  for (size_t i = 0; row->office != NULL && i < sizeof offices / sizeof offices[0]; i++)
    if (strcmp(row->office, offices[i]) == 0) return true;
  return row->kind == ISNAD_TITLES_KIND_RANK;
}

/* "President" by itself may be of anything: that of a country. */
static bool is_statesman(const subject *of, const isnad_phrase *title) {
  static const char *const offices[] = {"president",    "prime-minister", "foreign-minister", "king",  "emir",   "sultan",
                                        "crown-prince", "supreme-leader", "leader",           "coach", "captain"};
  const isnad_titles_row *row = &isnad_titles_rows[title->row];
  if (row->office == NULL) return false;
  if (title->count == 1 && row->takes == ISNAD_TITLES_TAKES_OF && !note_has_hit(of->unit, title->first + 1, ISNAD_TABLE_PLACES)) return false;
  for (size_t i = 0; i < sizeof offices / sizeof offices[0]; i++)
    if (strcmp(row->office, offices[i]) == 0) return true;
  return false;
}

static voice voice_of(const subject *of) {
  const isnad_name_note *name = note_name_at(of->s, of->first);
  bool person = name != NULL && name->type == ISNAD_NAME_PERSON && name->span.begin <= of->source->named.span.begin + WORD_LETTER;
  bool titled = false, statesman = false, knows = false;
  for (size_t at = of->verb_first < of->first ? of->verb_first + 1 : of->first; at <= of->first; at++) {
    const isnad_phrase *title = note_hit_at(of->unit, at, ISNAD_TABLE_TITLES);
    if (title == NULL) continue;
    const isnad_titles_row *row = &isnad_titles_rows[title->row];
    if (row->office != NULL && strcmp(row->office, "spokesman") == 0) return VOICE_BODY;
    if (!titled && is_statesman(of, title)) statesman = true;
    knows = knows || is_knowing(row);
    titled = titled || row->kind == ISNAD_TITLES_KIND_OFFICE; /* "the deputy of | the minister" is another one */
    person = person || (at == of->first && title->cut == 0 && row->kind == ISNAD_TITLES_KIND_OFFICE && row->number == ISNAD_TITLES_NUMBER_S);
  }
  return !person ? VOICE_BODY : statesman ? VOICE_STATESMAN : knows ? VOICE_KNOWS : VOICE_PERSON;
}

/* What a person vouches for: he announces, estimates, writes. */
static bool is_vouching(isnad_verbs_force force) {
  return force == ISNAD_VERBS_FORCE_ANNOUNCES || force == ISNAD_VERBS_FORCE_ESTIMATES || force == ISNAD_VERBS_FORCE_REVEALS ||
         force == ISNAD_VERBS_FORCE_WRITES;
}

/* "They called upon | the union": behind a verb in the plural its subject is not one body, which has the verb in the singular. */
static bool is_object_of_many(const subject *of) {
  if (of->verb_first > of->first) return false;
  isnad_slice verb = cited_form(of->s, of->verb_first);
  return word_ends_in(verb, LETTER_WAW, LETTER_ALEF) || word_ends_in(verb, LETTER_WAW, LETTER_NOON);
}

static bool takes_somebody(const isnad_verbs_row *verb) {
  switch (verb->also) {
  case ISNAD_VERBS_ALSO_OBJECT:
  case ISNAD_VERBS_ALSO_OBJECT_BI:
  case ISNAD_VERBS_ALSO_OBJECT_ALA:
  case ISNAD_VERBS_ALSO_OBJECT_ILA:
    return true;
  default:
    return verb->force == ISNAD_VERBS_FORCE_TELLS || verb->force == ISNAD_VERBS_FORCE_DEMANDS || verb->force == ISNAD_VERBS_FORCE_WARNS ||
           verb->force == ISNAD_VERBS_FORCE_THANKS;
  }
}

/* "Asked | the authority for": a masculine verb has no body in the feminine right behind it as its subject. */
static bool is_feminine_object(const subject *of) {
  const isnad_name_note *name = note_name_at(of->s, of->first);
  if (of->verb_first + 1 != of->first || (name != NULL && name->type == ISNAD_NAME_PERSON)) return false;
  isnad_slice verb = cited_form(of->s, of->verb_first), noun = isnad_slice_at(of->s->page->text, cited_token(of->s, of->first)->span);
  const isnad_phrase *hit = note_hit_at(of->unit, of->verb_first, ISNAD_TABLE_VERBS);
  bool feminine = word_ends(verb, LETTER_TEH) || word_letter_at(verb, 0, LETTER_TEH) || word_letter_at(verb, hit->cut, LETTER_TEH);
  bool owned = word_ends(verb, LETTER_HEH) || word_ends_in(verb, LETTER_HEH, LETTER_ALEF) || word_ends_in(verb, LETTER_HEH, LETTER_MEEM);
  if (feminine || owned || !takes_somebody(of->verb) || hit->cell == ISNAD_VERBS_CELL_P ||
      note_has_word(of->unit, of->first, ISNAD_QUOTE_WORDS_ROLE_MASCULINE))
    return false;
  if (note_has_word(of->unit, of->first, ISNAD_QUOTE_WORDS_ROLE_FEMININE)) return true; /* "told | the United Nations" */
  return word_ends(noun, LETTER_TEH_MARBUTA) && word_begins(cited_form(of->s, of->first), LETTER_ALEF, LETTER_LAM) &&
         !note_has_hit(of->unit, of->first, ISNAD_TABLE_TITLES);
}

/* "Sources said that the rebels | demanded": inside what somebody else says, with the subject before its verb. */
static bool is_inside_statement(const subject *of) {
  const note_scan *s = of->s;
  enum { REMEMBERED = 6 };
  if (of->verb_first < of->first || of->first == of->unit->first || is_vouching(of->verb->force)) return false;
  if (!note_has_word(of->unit, of->first - 1, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
  size_t low = note_quote_from(s, of->source->span.begin + 1);
  for (size_t i = low; i > 0 && low - i < REMEMBERED; i--) {
    const isnad_quote_note *quote = &s->quotes[i - 1];
    bool inside = quote->span.end >= of->source->span.end && quote->span.begin <= of->source->span.begin;
    if (inside && quote->canonical.length > 0 && quote->speaker.begin != of->source->named.span.begin) return true;
  }
  return false;
}

/* "The investors | expect": what a crowd that no table knows believes or hopes for is told by the report. */
static bool is_public(const subject *of) {
  bool crowd = of->source->named.id.length == 0 && word_ends_in(cited_form(of->s, of->first), LETTER_WAW, LETTER_NOON) &&
               !note_has_hit(of->unit, of->first, ISNAD_TABLE_HEADS);
  return crowd && (is_attitude(of->verb->force) || of->verb->force == ISNAD_VERBS_FORCE_ESTIMATES);
}

/* "What X said", in a headline: of whom the report tells. */
static bool is_relative(const subject *of) {
  const isnad_phrase *trigger = note_hit_at(of->unit, token_of(of->s, of->source->span.begin), ISNAD_TABLE_TRIGGERS);
  return trigger != NULL && cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_RELATIVE;
}

/* "Sends the army", in a headline: a verb of publishing that the table of verbs does not know. */
static bool is_headlined(const subject *of) {
  const isnad_phrase *trigger = note_hit_at(of->unit, token_of(of->s, of->source->span.begin), ISNAD_TABLE_TRIGGERS);
  return of->unit->headline && trigger != NULL && cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_VERB;
}

/* A person with a name behind the verb or before it. */
static bool is_named(const subject *of) {
  const isnad_name_note *name = note_name_at(of->s, of->first);
  return name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME && !note_has_hit(of->unit, of->first, ISNAD_TABLE_HEADS);
}

/* "The actress | X": a trade stands before the name, and no office. */
static bool is_private(const subject *of) {
  bool trade = false;
  for (size_t at = of->verb_first < of->first ? of->verb_first + 1 : of->first; at < of->first; at++) {
    const isnad_phrase *title = note_hit_at(of->unit, at, ISNAD_TABLE_TITLES), *head = note_hit_at(of->unit, at, ISNAD_TABLE_HEADS);
    bool called = head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_ANONYMOUS && at + 1 < of->first;
    if (called && note_has_word(of->unit, of->first - 1, ISNAD_QUOTE_WORDS_ROLE_NAMES)) return true; /* "a citizen called | X" */
    if (title == NULL) continue;
    if (isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_PROFESSION) return false;
    trade = true;
  }
  return trade;
}

/* "Which | the preacher published": a trade by itself. */
static bool is_of_trade(const subject *of) {
  const isnad_phrase *title = note_hit_at(of->unit, of->first, ISNAD_TABLE_TITLES);
  if (title == NULL || isnad_titles_rows[title->row].number != ISNAD_TITLES_NUMBER_S) return false;
  return isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_PROFESSION;
}

/* Words without a fact for which they vouch: an attitude, a statement of policy, what a person by his name says of anything, or a private one of
 * himself. */
static bool merely_speaks(const subject *of) {
  voice who = voice_of(of);
  bool rules = of->verb->force == ISNAD_VERBS_FORCE_ORDERS || of->verb->force == ISNAD_VERBS_FORCE_DECIDES;
  bool chooses = of->verb->force == ISNAD_VERBS_FORCE_DECIDES && who == VOICE_PERSON && is_named(of); /* "Messi decided" */
  if (rules) return who != VOICE_KNOWS && (chooses || !source_opens_report(of));                      /* what one orders or decides is his deed */
  if (who == VOICE_BODY) return is_stance(of->verb->force) || (is_view(of->verb->force) && !source_states_fact(of));
  if (is_attitude(of->verb->force)) return true;
  bool named = is_named(of), speaks = who == VOICE_STATESMAN || (who == VOICE_PERSON && named);
  if (who == VOICE_PERSON && named && is_private(of)) return true;
  return speaks && !is_vouching(of->verb->force) && !source_opens_report(of);
}

/* "13 % of those asked | said": the survey is cited, and they are no source. */
static bool is_share(const subject *of) {
  size_t at = token_of(of->s, of->source->named.span.begin);
  if (of->source->kind != ISNAD_SOURCE_ANONYMOUS || cited_token(of->s, at)->kind != ISNAD_TOKEN_NUMBER || at + 1 >= of->unit->last) return false;
  return cited_token(of->s, at + 1)->kind == ISNAD_TOKEN_PUNCT || note_has_word(of->unit, at + 1, ISNAD_QUOTE_WORDS_ROLE_IN) ||
         cited_begins_with_ba(of->s, at + 1);
}

/* "Activists | welcomed": what people without a name want. Sources who threaten speak for somebody. */
static bool is_wish(const subject *of) {
  bool sources = note_has_word(of->unit, of->first, ISNAD_QUOTE_WORDS_ROLE_FEMININE);
  return !sources && is_mood(of->verb->force);
}

static bool cites_nobody(const note_scan *s, const isnad_source_note *source) {
  bool may = source->kind == ISNAD_SOURCE_OFFICIAL || source->kind == ISNAD_SOURCE_ANONYMOUS;
  if (source->scope == ISNAD_SCOPE_ARTICLE || source->via.name.length > 0) return false;
  subject of = {.s = s, .source = source};
  of.unit = note_unit_of(s, token_of(s, source->span.begin));
  if (of.unit == NULL) return false;
  if (source_is_inside_marks(&of)) return true;
  if (!may) return false;
  if (is_share(&of)) return true;
  bool verb = find_verb(&of), official = source->kind == ISNAD_SOURCE_OFFICIAL;
  if (!verb)
    return official && ((is_relative(&of) && (of.unit->headline || is_of_trade(&of))) || is_headlined(&of) || source_is_ruling(&of) ||
                        source_issues_nothing(&of));
  if (official && source_is_crosshead(s, of.unit, of.first, of.verb_first)) return true;
  if (source->kind == ISNAD_SOURCE_OFFICIAL && (of.unit->headline || is_object_of_many(&of)))
    return true; /* a headline tells who; the report, what */
  if (source->kind == ISNAD_SOURCE_OFFICIAL && (is_feminine_object(&of) || is_inside_statement(&of))) return true;
  if (source->kind == ISNAD_SOURCE_OFFICIAL && is_public(&of)) return true;
  if (source_is_deed(&of)) return true;
  if (!official) return is_wish(&of);
  return merely_speaks(&of);
}

void source_acts(note_scan *s) {
  bool *gone = s->source_count > 0 ? isnad_arena_array(s->arena, s->source_count, sizeof *gone) : NULL, any = false;
  if (s->source_count == 0) return;
  s->failed = gone == NULL;
  for (size_t i = 0; i < s->source_count && !s->failed; i++) any |= gone[i] = cites_nobody(s, &s->sources[i]);
  if (any) source_close_ranks(s, gone);
}
