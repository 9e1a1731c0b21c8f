/* Speakers as sources: bodies, documents and unnamed people vouch for what they say; a person does when he announces, estimates or orders. */
#include "note/quotes/quote.h"
#include "note/sources/citation.h"

#include <stdlib.h>
#include <string.h>

/* "Said | planners of": a sound plural without its article, which keeps its nun: unnamed people, whatever their trade. */
static bool is_crowd(const quote_scan *q, const quote_verb *verb, const quote_speaker *speaker) {
  size_t at = isnad_tokens_seek(&q->s->page->tokens, speaker->span.begin);
  bool behind = speaker->span.begin > verb->span.end && at < q->unit->last;
  return speaker->kind == SPEAKER_UNKNOWN && !speaker->definite && speaker->name < 0 && behind &&
         source_is_trade(isnad_token_form(&q->s->page->tokens, at));
}

static bool vouches(const quote_verb *verb, const quote_speaker *speaker, bool headline) {
  if (speaker->kind == SPEAKER_UNKNOWN) return false;
  bool deed = verb->row->force == ISNAD_VERBS_FORCE_ORDERS || verb->row->force == ISNAD_VERBS_FORCE_DECIDES;
  if (deed && headline && speaker->kind == SPEAKER_PERSON) return false;                     /* "X orders": the report is not from him */
  if (verb->row->force == ISNAD_VERBS_FORCE_SHOWS) return speaker->kind == SPEAKER_DOCUMENT; /* a team that proved something cites nothing */
  bool agrees = verb->row->also == ISNAD_VERBS_ALSO_ALA && verb->row->force == ISNAD_VERBS_FORCE_SAYS && verb->row->sure == ISNAD_VERBS_SURE_NO;
  if (agrees || verb->row->force == ISNAD_VERBS_FORCE_ASKS) return false; /* "A and B agreed on", "a reporter asked" */
  if (speaker->kind != SPEAKER_PERSON) return true;
  switch (verb->row->force) {
  case ISNAD_VERBS_FORCE_ANNOUNCES:
  case ISNAD_VERBS_FORCE_ESTIMATES:
  case ISNAD_VERBS_FORCE_ORDERS:
  case ISNAD_VERBS_FORCE_REVEALS:
  case ISNAD_VERBS_FORCE_DECIDES:
  case ISNAD_VERBS_FORCE_WRITES:
    return true;
  default:
    return false;
  }
}

/* An office that knows among tokens [at, last): a rank of the army or the police, a commander, a prosecutor, a spokesman. */
static bool has_knowing(const quote_scan *q, size_t at, size_t last) {
  static const char *const offices[] = {"spokesman", "commander", "police-chief", "prosecutor", "chief-of-staff", "governor"};
  for (; at < last && at < q->unit->last; at++) {
    const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
    if (title == NULL) continue;
    const isnad_titles_row *row = &isnad_titles_rows[title->row];
    if (row->kind == ISNAD_TITLES_KIND_RANK) return true;
    for (size_t i = 0; row->office != NULL && i < sizeof offices / sizeof offices[0]; i++)
      if (strcmp(row->office, offices[i]) == 0) return true;
  }
  return false;
}

/* Whose office it is to know. His title stands before his name, or behind it as the names tell ("X, | the spokesman of"). */
static bool knows(const quote_scan *q, const quote_verb *verb, const quote_speaker *speaker) {
  enum { LONGEST = 14, BEHIND = 2 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t last = isnad_tokens_seek(tokens, speaker->span.begin + 1);
  bool named = speaker->name >= 0 && q->s->names[speaker->name].form == ISNAD_FORM_NAME;
  if (!named || speaker->kind != SPEAKER_PERSON || speaker->span.begin < verb->span.end || last > verb->last + LONGEST) return false;
  if (has_knowing(q, verb->last, last)) return true;
  const isnad_name_note *name = &q->s->names[speaker->name];
  for (size_t i = (size_t)speaker->name + 1; i < q->s->name_count && i <= (size_t)speaker->name + BEHIND; i++) {
    const isnad_name_note *office = &q->s->names[i];
    if (office->form != ISNAD_FORM_NOMINAL || name->entity.length == 0 || !isnad_slice_equal(office->entity, name->entity)) continue;
    size_t at = isnad_tokens_seek(tokens, office->span.begin);
    return at >= q->unit->first && has_knowing(q, at, isnad_tokens_seek(tokens, office->span.end));
  }
  return false;
}

static bool is_statement(isnad_verbs_force force) {
  return force == ISNAD_VERBS_FORCE_SAYS || force == ISNAD_VERBS_FORCE_CONFIRMS || force == ISNAD_VERBS_FORCE_EXPLAINS ||
         force == ISNAD_VERBS_FORCE_NOTES || force == ISNAD_VERBS_FORCE_TELLS || force == ISNAD_VERBS_FORCE_DENIES;
}

/* "Accused X of": a verb that takes somebody and a thing, with nobody between X and the thing, has X for its object. */
static bool is_accused(const quote_scan *q, const quote_verb *verb, const quote_speaker *speaker) {
  if (verb->row->also != ISNAD_VERBS_ALSO_OBJECT_BI || verb->row->force != ISNAD_VERBS_FORCE_ACCUSES || speaker->span.begin < verb->span.end)
    return false;
  return cited_accused_ends(q->s, q->unit, isnad_tokens_seek(&q->s->page->tokens, speaker->span.end));
}

/* "And if | the doctor decides that": a condition, nothing that was said. The hamza tells "if" from "that"; "as soon as" has a word before it. */
static bool is_condition(const quote_scan *q, const quote_verb *verb) {
  if (verb->first == q->unit->first || verb->linked) return false;
  size_t before = verb->first - 1;
  const isnad_phrase *that = note_word_at(q->unit, before, ISNAD_QUOTE_WORDS_ROLE_THAT);
  isnad_slice text = isnad_slice_at(q->s->page->text, quote_token(q, before)->span);
  bool linked = word_letter_at(text, 0, LETTER_WAW) || word_letter_at(text, 0, LETTER_FEH);
  bool opens = linked || before == q->unit->first || quote_is_kind(q, before - 1, ISNAD_TOKEN_PUNCT);
  return that != NULL && that->count == 1 && opens && word_ends(text, LETTER_NOON) &&
         word_letter_at(text, linked ? WORD_LETTER : 0, LETTER_ALEF_HAMZA_BELOW);
}

/* "The senate passed | a draft", written like "admitted", which takes ba or "that". */
static bool is_passed(const quote_scan *q, const quote_verb *verb, const quote_speaker *speaker) {
  if (verb->row->force != ISNAD_VERBS_FORCE_ADMITS || verb->row->sure != ISNAD_VERBS_SURE_NO || speaker->span.begin < verb->span.end) return false;
  size_t behind = cited_behind_aside(q->s, q->unit, isnad_tokens_seek(&q->s->page->tokens, speaker->span.end));
  if (!quote_is_kind(q, behind, ISNAD_TOKEN_WORD)) return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, behind);
  return !word_letter_at(form, 0, LETTER_BEH) && !note_has_word(q->unit, behind, ISNAD_QUOTE_WORDS_ROLE_THAT);
}

/* "Data | described by the checkers as": the pronoun of the verb is the noun before it, without its article. */
static bool is_spoken_of(const quote_scan *q, const quote_verb *verb, const quote_speaker *speaker) {
  if (speaker->kind != SPEAKER_DOCUMENT || speaker->span.end > verb->span.begin || verb->last == 0) return false;
  size_t noun = isnad_tokens_seek(&q->s->page->tokens, speaker->span.begin);
  bool owned = word_ends_in(isnad_token_form(&q->s->page->tokens, verb->last - 1), LETTER_HEH, LETTER_ALEF);
  return owned && noun < q->unit->last && !note_is_definite(q->s, q->unit, noun);
}

/* "Tweets that call | the channels | to boycott": behind a relative the one whom a verb calls upon to something is its object. */
static bool is_called_upon(const quote_scan *q, const quote_verb *verb, const quote_speaker *speaker) {
  if (verb->row->also != ISNAD_VERBS_ALSO_ILA || verb->row->force != ISNAD_VERBS_FORCE_DEMANDS || speaker->span.begin < verb->span.end) return false;
  size_t behind = isnad_tokens_seek(&q->s->page->tokens, speaker->span.end);
  return verb->first > q->unit->first && note_has_word(q->unit, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) &&
         note_has_word(q->unit, behind, ISNAD_QUOTE_WORDS_ROLE_TO);
}

/* "The results | express their identity": a document vouches for something where "that" follows. */
static bool is_expressed(const quote_scan *q, const quote_verb *verb, const quote_speaker *speaker) {
  enum { NEAR = 3 };
  if (speaker->kind != SPEAKER_DOCUMENT || verb->row->force != ISNAD_VERBS_FORCE_EXPRESSES || speaker->span.end > verb->span.begin) return false;
  for (size_t at = verb->last; at < q->unit->last && at < verb->last + NEAR; at++)
    if (note_has_word(q->unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
  return true;
}

/* "Brazil owes | its victory to", written like "condemns". */
static bool is_owed(const quote_scan *q, const quote_verb *verb, const quote_speaker *speaker) {
  if (verb->row->force != ISNAD_VERBS_FORCE_CONDEMNS || verb->row->also == ISNAD_VERBS_ALSO_BI || speaker->span.begin < verb->span.end) return false;
  size_t behind = isnad_tokens_seek(&q->s->page->tokens, speaker->span.end);
  if (behind >= q->unit->last || q->s->page->tokens.items[behind].kind != ISNAD_TOKEN_WORD) return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, behind);
  return word_letter_at(form, 0, LETTER_BEH) && isnad_arabic_proclitics(form) >= WORD_LETTER;
}

/* A dam, a phone or a war says nothing, whatever its verb means besides. */
static bool is_mute(const quote_scan *q, const quote_speaker *speaker) {
  const note_scan *s = q->s;
  size_t low = note_name_from(s, speaker->span.begin);
  if (low == s->name_count || s->names[low].span.begin != speaker->span.begin || s->names[low].span.end < speaker->span.end) return false;
  isnad_name_type type = s->names[low].type;
  return s->names[low].form == ISNAD_FORM_NAME && (type == ISNAD_NAME_FACILITY || type == ISNAD_NAME_PRODUCT || type == ISNAD_NAME_EVENT);
}

/* A platform that says something is a company; pictures are pictures, an agency is one by its noun or its name. */
static isnad_source_kind kind_of_medium(const quote_scan *q, const quote_speaker *speaker) {
  size_t at = isnad_tokens_seek(&q->s->page->tokens, speaker->span.begin);
  if (at < q->unit->first || at >= q->unit->last) return ISNAD_SOURCE_OUTLET;
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS), *outlet = note_hit_at(q->unit, at, ISNAD_TABLE_OUTLETS);
  if (head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_FOOTAGE) return ISNAD_SOURCE_FOOTAGE;
  bool agency = head != NULL ? isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_AGENCY
                             : outlet != NULL && isnad_outlets_rows[outlet->row].kind == ISNAD_OUTLETS_KIND_AGENCY;
  if (agency) return ISNAD_SOURCE_AGENCY;
  bool platform = outlet != NULL && isnad_outlets_rows[outlet->row].kind == ISNAD_OUTLETS_KIND_PLATFORM;
  return platform ? ISNAD_SOURCE_OFFICIAL : ISNAD_SOURCE_OUTLET;
}

static isnad_source_kind kind_of(const quote_scan *q, const quote_speaker *speaker) {
  switch (speaker->kind) {
  case SPEAKER_MEDIUM:
    return kind_of_medium(q, speaker);
  case SPEAKER_DOCUMENT:
    return ISNAD_SOURCE_DOCUMENT;
  case SPEAKER_ANONYMOUS:
    return ISNAD_SOURCE_ANONYMOUS;
  default:
    return ISNAD_SOURCE_OFFICIAL;
  }
}

/* The name follows the words of the office at once. */
static bool is_office_of(const isnad_source_note *source, isnad_span name) {
  enum { BLANK = 3 };
  return source->kind == ISNAD_SOURCE_OFFICIAL && source->named.span.end < name.begin && name.begin - source->named.span.end <= BLANK;
}

/* The words before the name are an office of its bearer, as the names tell: "the director of the office of | X" is somebody else. */
static bool bears_office(const quote_scan *q, const quote_speaker *speaker) {
  if (speaker->name < 0 || (size_t)speaker->name >= q->s->name_count) return true;
  const isnad_name_note *name = &q->s->names[speaker->name];
  return name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME || name->role.begin < name->role.end;
}

/* "An official had said | to the agency X": the verb cites who hears it, and he who speaks stands before it. */
static bool is_hearer(const quote_scan *q, const isnad_source_note *source, const quote_verb *verb, isnad_span speaker) {
  bool medium = source->kind == ISNAD_SOURCE_AGENCY || source->kind == ISNAD_SOURCE_OUTLET;
  if (!medium || speaker.end > verb->span.begin || source->named.span.begin < verb->span.end) return false;
  bool lam = verb->last < q->unit->last && quote_is_kind(q, verb->last, ISNAD_TOKEN_WORD) &&
             word_letter_at(isnad_token_form(&q->s->page->tokens, verb->last), 0, LETTER_LAM);
  return lam || verb->row->force == ISNAD_VERBS_FORCE_TELLS; /* "told | the agency" */
}

/* The citation in which this verb or this speaker stands already, or NULL. */
static isnad_source_note *cited_already(const quote_scan *q, const quote_verb *verb, isnad_span speaker) {
  for (size_t at = quote_reach_first(q, verb->first), last = quote_reach_last(q, verb->first); at < last; at++) {
    int32_t index = q->source_at[at - q->unit->first];
    if (index == 0) continue;
    isnad_source_note *source = &q->s->sources[index - 1];
    bool same = source->named.span.begin < speaker.end && speaker.begin < source->named.span.end;
    bool begins = source->span.begin == verb->span.begin && !is_hearer(q, source, verb, speaker);
    if (same || begins || is_office_of(source, speaker)) return source;
  }
  return NULL;
}

/* "The press office | of the president X": a body that was read behind the verb speaks itself, and not the one whose it is. */
static bool is_body(const quote_scan *q, const isnad_source_note *source) {
  if (source->named.rule.name != NULL || source->named.rule.table != ISNAD_TABLE_HEADS) return false;
  size_t at = isnad_tokens_seek(&q->s->page->tokens, source->named.span.begin);
  if (at < q->unit->first || at >= q->unit->last) return false;
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS);
  return head != NULL && head->cut == 0 && isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_LI;
}

/* "The international court of sport | "CAS"": the short name in marks of the body that is named before it. */
static bool is_acronym_of(const quote_scan *q, const isnad_source_note *source, const quote_speaker *speaker) {
  size_t at = isnad_tokens_seek(&q->s->page->tokens, source->named.span.end), i = note_name_from(q->s, source->named.span.begin);
  bool named = i < q->s->name_count && q->s->names[i].span.begin == source->named.span.begin && q->s->names[i].type == ISNAD_NAME_ORGANIZATION &&
               q->s->names[i].form == ISNAD_FORM_NAME;
  if (!named || at + 1 >= q->unit->last || q->s->page->tokens.items[at + 1].span.begin != speaker->span.begin) return false;
  return quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) || cited_is_mark(q->s, at, "(");
}

/* What the verb cites was read before the names were: an office whose holder is named, or somebody spoken to. */
static void correct(const quote_scan *q, isnad_source_note *source, const quote_verb *verb, const quote_speaker *speaker, isnad_span span) {
  bool plain = source->kind == ISNAD_SOURCE_OFFICIAL && (source->span.begin == verb->span.begin || is_office_of(source, speaker->span));
  bool apart = source->named.span.end <= speaker->span.begin || speaker->span.end <= source->named.span.begin;
  if (!plain || !apart || speaker->kind == SPEAKER_UNKNOWN || is_body(q, source)) return;
  if (verb->row->force == ISNAD_VERBS_FORCE_CARRIES || is_acronym_of(q, source, speaker)) return;
  bool joined = speaker->span.begin == source->named.span.end + 1; /* no comma between */
  if (joined && source_ends_open(q->s, source) && !bears_office(q, speaker)) return;
  source->named.id = speaker->entity;
  source->named.name = speaker->canonical;
  source->named.span = speaker->span;
  source->span.begin = source->span.begin < span.begin ? source->span.begin : span.begin;
  source->span.end = span.end;
}

/* "On | 21 March, the authorities announced": a day, not who speaks. */
static bool is_day(const quote_scan *q, const quote_speaker *speaker) {
  size_t at = isnad_tokens_seek(&q->s->page->tokens, speaker->span.begin);
  return at + 1 < q->unit->last && quote_is_kind(q, at, ISNAD_TOKEN_NUMBER) && note_has_hit(q->unit, at + 1, ISNAD_TABLE_MONTHS);
}

/* "The factory, which | the company hopes to sell": a wish inside what is told of somebody else. */
static bool is_side_wish(const quote_scan *q, const quote_verb *verb) {
  return verb->row->force == ISNAD_VERBS_FORCE_WISHES && verb->first > q->unit->first &&
         note_has_word(q->unit, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
}

void source_add_speaker(quote_scan *q, const quote_verb *verb, const quote_speaker *speaker, bool implicit) {
  if (implicit || speaker->canonical.length == 0 || is_accused(q, verb, speaker) || is_called_upon(q, verb, speaker) || is_owed(q, verb, speaker) ||
      is_mute(q, speaker) || is_side_wish(q, verb) || is_condition(q, verb) || is_passed(q, verb, speaker) || is_spoken_of(q, verb, speaker) ||
      is_expressed(q, verb, speaker) || is_day(q, speaker))
    return;
  isnad_span span = {verb->span.begin < speaker->span.begin ? verb->span.begin : speaker->span.begin,
                     verb->span.end > speaker->span.end ? verb->span.end : speaker->span.end};
  isnad_rule rule = {NULL, ISNAD_TABLE_VERBS, verb->row_index};
  isnad_source_note *already = cited_already(q, verb, speaker->span);
  if (already != NULL) correct(q, already, verb, speaker, span);
  bool known = is_statement(verb->row->force) && !q->unit->headline && knows(q, verb, speaker);
  bool crowd = is_crowd(q, verb, speaker);
  if (already != NULL || (!known && !crowd && !vouches(verb, speaker, q->unit->headline))) return;
  note_add_source(q->s, &(isnad_source_note){.span = span,
                                             .named = {speaker->entity, speaker->canonical, speaker->span, rule},
                                             .kind = crowd ? ISNAD_SOURCE_ANONYMOUS : kind_of(q, speaker),
                                             .scope = ISNAD_SCOPE_SENTENCE});
  if (q->s->failed) return;
  size_t at = isnad_tokens_seek(&q->s->page->tokens, speaker->span.begin);
  if (at >= q->unit->first && at < q->unit->last) q->source_at[at - q->unit->first] = (int32_t)q->s->source_count;
}

typedef struct placed {
  isnad_source_note note;
  int32_t before; /* its index before sorting */
} placed;

static int by_place(const void *a, const void *b) {
  const placed *x = a, *y = b;
  if (x->note.span.begin != y->note.span.begin) return x->note.span.begin < y->note.span.begin ? -1 : 1;
  if (x->note.span.end != y->note.span.end) return x->note.span.end < y->note.span.end ? -1 : 1;
  return (x->before > y->before) - (x->before < y->before);
}

void source_sort(note_scan *s) {
  placed *order = isnad_arena_array(s->arena, s->source_count, sizeof *order);
  int32_t *now = isnad_arena_array(s->arena, s->source_count, sizeof *now);
  s->failed = order == NULL || now == NULL;
  if (s->failed) return;
  for (size_t i = 0; i < s->source_count; i++) order[i] = (placed){s->sources[i], (int32_t)i};
  if (s->source_count > 1) qsort(order, s->source_count, sizeof *order, by_place);
  for (size_t i = 0; i < s->source_count; i++) {
    s->sources[i] = order[i].note;
    now[order[i].before] = (int32_t)i;
  }
  for (size_t i = 0; i < s->quote_count; i++)
    if (s->quotes[i].via >= 0) s->quotes[i].via = now[s->quotes[i].via];
}
