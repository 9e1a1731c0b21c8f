/* Citations of the clear kinds: a trigger ("according to", "reported", "in a statement of") and the source it names. */
#include "note/citation.h"

enum { SHORT_PARAGRAPH = 3 };

static const isnad_triggers_row *trigger_row(const isnad_phrase *hit) { return &isnad_triggers_rows[hit->row]; }

/* "According to what was published by X": the verb between the trigger and the source is passed over. */
static size_t behind_inner_verb(const note_scan *s, const note_unit *unit, size_t at) {
  for (size_t words = 0; words < 3 && cited_is_word(s, unit, at); words++, at++) {
    const isnad_phrase *inner = note_hit_at(unit, at, ISNAD_TABLE_TRIGGERS);
    if (inner == NULL) continue;
    isnad_triggers_form form = trigger_row(inner)->form;
    if (form == ISNAD_TRIGGERS_FORM_VERB || form == ISNAD_TRIGGERS_FORM_RELATIVE) return inner->first + inner->count;
  }
  return 0;
}

/* "Footage broadcast by X": the maker behind a relative verb is the source. */
static void name_maker(const note_scan *s, const note_unit *unit, cited *out) {
  cited maker;
  size_t behind = out->kind == ISNAD_SOURCE_FOOTAGE ? behind_inner_verb(s, unit, out->last) : 0;
  if (behind == 0 || !cited_read(s, unit, behind, true, &maker)) return;
  maker.first = out->first;
  maker.kind = out->kind;
  *out = maker;
}

/* The one-word preposition "from" cites only behind a verb that carries ("X reported from Y"), or before a medium that the tables know. */
static bool is_bare_from(const note_unit *unit, const isnad_phrase *trigger) {
  return trigger->count == 1 && note_word_at(unit, trigger->first, ISNAD_QUOTE_WORDS_ROLE_ABOUT) != NULL;
}

static bool behind_carrier(const note_scan *s, const note_unit *unit, size_t at) {
  enum { NEAR = 9 };
  for (size_t back = 1; back <= NEAR && at >= unit->first + back; back++) {
    if (!cited_is_word(s, unit, at - back)) continue;
    const isnad_phrase *verb = note_hit_at(unit, at - back, ISNAD_TABLE_TRIGGERS);
    if (verb != NULL && trigger_row(verb)->force == ISNAD_TRIGGERS_FORCE_CARRIES) return true;
  }
  return false;
}

static bool known_medium_at(const note_scan *s, const note_unit *unit, size_t at) {
  const isnad_phrase *outlet = note_hit_at(unit, cited_skip_quotes(s, unit, at), ISNAD_TABLE_OUTLETS);
  return outlet != NULL && isnad_outlets_rows[outlet->row].common == ISNAD_OUTLETS_COMMON_NO;
}

/* "A statement to X": with li, or with a preposition of a channel. */
static bool addressed(const note_scan *s, const note_unit *unit, size_t at) {
  at = cited_skip_quotes(s, unit, at);
  if (at >= unit->last) return false;
  return word_letter_at(cited_form(s, at), 0, LETTER_LAM) || note_hit_at(unit, at, ISNAD_TABLE_TRIGGERS) != NULL;
}

/* "On Facebook": the platform is named by the trigger itself. */
static bool platform_in(const note_unit *unit, const isnad_phrase *trigger, cited *out) {
  size_t last = trigger->first + trigger->count - 1;
  const isnad_phrase *platform = trigger->count > 1 ? note_hit_at(unit, last, ISNAD_TABLE_OUTLETS) : NULL;
  if (platform == NULL || isnad_outlets_rows[platform->row].kind != ISNAD_OUTLETS_KIND_PLATFORM) return false;
  out->first = last;
  cited_take_outlet(out, platform);
  return true;
}

/* "That he may reveal", "did not reveal": nothing was said. A quotation mark may stand between. */
static bool is_unreal(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger) {
  size_t before = trigger->first, count = 0;
  while (before > unit->first && cited_token(s, before - 1)->kind == ISNAD_TOKEN_QUOTE) before--;
  if (before == unit->first) return false;
  const isnad_phrase *hits = note_hits_at(unit, before - 1, &count);
  for (size_t i = 0; i < count; i++) {
    if (hits[i].table != ISNAD_TABLE_QUOTE_WORDS || hits[i].first + hits[i].count != before) continue;
    isnad_quote_words_role role = isnad_quote_words_rows[hits[i].row].role;
    if (role == ISNAD_QUOTE_WORDS_ROLE_NEGATES) return true;
    if (role == ISNAD_QUOTE_WORDS_ROLE_THAT && word_ends(cited_form(s, before - 1), LETTER_NOON))
      return true; /* right before a verb it is the subjunctive's */
  }
  return false;
}

/* "And" and "will" stand before a verb; another letter that was cut made a verb of a word that is none. */
static bool is_verb_cut(const note_scan *s, const isnad_phrase *trigger) {
  isnad_slice form = cited_form(s, trigger->first);
  for (size_t at = 0; at < trigger->cut; at += WORD_LETTER) {
    bool link = at == 0 && (word_letter_at(form, at, LETTER_WAW) || word_letter_at(form, at, LETTER_FEH));
    if (!link && !word_letter_at(form, at, LETTER_SEEN)) return false;
  }
  return true;
}

/* "The crowd | accuses": a definite noun stands right before a verb that no link ties. */
static bool behind_noun(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger) {
  size_t before = trigger->first - 1;
  if (trigger->cut > 0 || !cited_is_word(s, unit, before) || !note_is_definite(s, unit, before)) return false;
  return !note_has_hit(unit, before, ISNAD_TABLE_QUOTE_WORDS) && !note_has_hit(unit, before, ISNAD_TABLE_WEEKDAYS) &&
         !note_has_hit(unit, before, ISNAD_TABLE_STOPS) && !note_has_hit(unit, before, ISNAD_TABLE_TIME_WORDS) &&
         !note_has_hit(unit, before, ISNAD_TABLE_MONTHS);
}

/* "Missiles that threaten the troops": behind a relative the subject of a verb that takes an object stands before it. */
static bool has_object(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger) {
  if (trigger->first == unit->first) return false;
  bool relative = note_word_at(unit, trigger->first - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) != NULL;
  if (!relative && !behind_noun(s, unit, trigger)) return false;
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS);
  if (verb == NULL) return false;
  switch (isnad_verbs_rows[verb->row].force) {
  case ISNAD_VERBS_FORCE_THREATENS:
  case ISNAD_VERBS_FORCE_ACCUSES:
  case ISNAD_VERBS_FORCE_CRITICIZES:
  case ISNAD_VERBS_FORCE_SUPPORTS:
  case ISNAD_VERBS_FORCE_WARNS:
    return true;
  default:
    return false;
  }
}

/* Behind a preposition it is the noun of the same letters: "without the mention of the company". */
static bool is_noun(const note_unit *unit, const isnad_phrase *trigger) {
  if (trigger->first == unit->first || trigger->cut > 0) return false;
  const isnad_phrase *preposition = note_word_at(unit, trigger->first - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  return preposition != NULL && preposition->count == 1 && note_word_at(unit, trigger->first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS) == NULL;
}

/* "Aired | the news": an outlet of one everyday word behind a masculine verb is the word, unless the verb goes on as carriers' do. */
static bool is_everyday_object(const note_unit *unit, const cited *found, bool feminine) {
  const isnad_rule *rule = &found->named.rule;
  if (rule->table != ISNAD_TABLE_OUTLETS || found->last != found->first + 1 || feminine) return false;
  return isnad_outlets_rows[rule->row].common == ISNAD_OUTLETS_COMMON_YES && note_word_at(unit, found->last, ISNAD_QUOTE_WORDS_ROLE_ABOUT) == NULL &&
         note_word_at(unit, found->last, ISNAD_QUOTE_WORDS_ROLE_THAT) == NULL;
}

/* "Urged the army to": a verb in the feminine has no masculine subject behind it, and this one takes somebody as its object. */
static bool is_masculine_object(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS);
  if (verb == NULL || !note_is_definite(s, unit, found->first)) return false;
  isnad_verbs_also also = isnad_verbs_rows[verb->row].also;
  bool takes = also == ISNAD_VERBS_ALSO_OBJECT || also == ISNAD_VERBS_ALSO_OBJECT_BI || also == ISNAD_VERBS_ALSO_OBJECT_ALA ||
               also == ISNAD_VERBS_ALSO_OBJECT_ILA;
  return takes && note_word_at(unit, found->first, ISNAD_QUOTE_WORDS_ROLE_MASCULINE) != NULL;
}

/* "Regarded the decision as an escalation", "rejected the report": a document behind a verb that takes things is one, unless "that" or a colon
 * tells what it says. */
static bool is_judged(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  enum { NEAR = 5 };
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS);
  if (found->kind != ISNAD_SOURCE_DOCUMENT || verb == NULL) return false;
  switch (isnad_verbs_rows[verb->row].force) {
  case ISNAD_VERBS_FORCE_BELIEVES:
  case ISNAD_VERBS_FORCE_DESCRIBES:
  case ISNAD_VERBS_FORCE_REJECTS:
  case ISNAD_VERBS_FORCE_CRITICIZES:
  case ISNAD_VERBS_FORCE_CONDEMNS:
  case ISNAD_VERBS_FORCE_WELCOMES:
  case ISNAD_VERBS_FORCE_SUPPORTS:
    break;
  default:
    return false;
  }
  for (size_t at = found->last; at < unit->last && at < found->last + NEAR; at++)
    if (note_word_at(unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT) != NULL || cited_token(s, at)->kind == ISNAD_TOKEN_QUOTE) return false;
  return true;
}

static bool is_plural(isnad_slice verb) { return word_ends_in(verb, LETTER_WAW, LETTER_ALEF) || word_ends_in(verb, LETTER_WAW, LETTER_NOON); }

/* "She said that she | informed the ministry": the pronoun on "that" is the subject. */
static bool has_pronoun_subject(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger) {
  if (trigger->first == unit->first || trigger->cut > 0) return false;
  const isnad_phrase *that = note_word_at(unit, trigger->first - 1, ISNAD_QUOTE_WORDS_ROLE_THAT);
  return that != NULL && that->count == 1 && !word_ends(cited_form(s, trigger->first - 1), LETTER_NOON);
}

static bool is_medium(isnad_source_kind kind) {
  return kind == ISNAD_SOURCE_AGENCY || kind == ISNAD_SOURCE_OUTLET || kind == ISNAD_SOURCE_SOCIAL || kind == ISNAD_SOURCE_FOOTAGE;
}

/* "Told the deputies": behind "to" only a medium is where something was said. */
static bool is_addressee(const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  const isnad_phrase *head = note_hit_at(unit, found->first, ISNAD_TABLE_HEADS);
  return !is_medium(found->kind) && trigger->first + trigger->count == found->first && head != NULL && head->cut > 0;
}

/* A verb that is also another word ("suspended" is written like "commented") cites somebody where what he says follows. Media need no more. */
static bool lacks_statement(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  enum { NEAR = 14 };
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS);
  if (verb == NULL || isnad_verbs_rows[verb->row].sure == ISNAD_VERBS_SURE_YES || is_medium(found->kind)) return false;
  isnad_verbs_also also = isnad_verbs_rows[verb->row].also;
  if (also == ISNAD_VERBS_ALSO_OBJECT || also == ISNAD_VERBS_ALSO_BI || also == ISNAD_VERBS_ALSO_BI_OBJECT) return false;
  for (size_t at = found->last; at < unit->last && at < found->last + NEAR; at++) {
    isnad_slice form = cited_form(s, at);
    bool mark = cited_token(s, at)->kind == ISNAD_TOKEN_PUNCT;
    if (note_word_at(unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT) != NULL || cited_token(s, at)->kind == ISNAD_TOKEN_QUOTE) return false;
    if (also != ISNAD_VERBS_ALSO_NONE && note_word_at(unit, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) != NULL) return false;
    if (mark && form.bytes[0] == ':') return false;
    if (mark && form.bytes[0] == '.') return true;
  }
  return true;
}

/* A verb in the masculine has no feminine noun right behind it as its subject. */
static bool is_feminine_object(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  if (trigger->first + trigger->count != found->first || is_medium(found->kind)) return false;
  isnad_slice word = isnad_slice_at(s->page->text, cited_token(s, found->first)->span);
  return word_ends(word, LETTER_TEH_MARBUTA) && note_word_at(unit, found->first, ISNAD_QUOTE_WORDS_ROLE_MASCULINE) == NULL &&
         !note_has_hit(unit, found->first, ISNAD_TABLE_TITLES);
}

/* "YouTube offers", "Twitter relied on": a platform is no carrier, as a medium is; what it does it does as a company. */
static bool is_platform_act(const isnad_triggers_row *row, const cited *found) {
  bool platform = found->kind == ISNAD_SOURCE_SOCIAL && found->named.rule.table == ISNAD_TABLE_OUTLETS;
  return platform && (row->force == ISNAD_TRIGGERS_FORCE_CARRIES || row->force == ISNAD_TRIGGERS_FORCE_SHOWS);
}

/* "Threatens the media": they are plural, and the verb before them would be feminine. Behind a preposition they are spoken to. */
static bool is_media_object(const note_unit *unit, const cited *found) {
  const isnad_phrase *media = note_word_at(unit, found->first, ISNAD_QUOTE_WORDS_ROLE_FEMININE);
  return media != NULL && media->cut == 0;
}

/* "Showed" has what was seen for its subject, not people. */
static bool suits_force(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  const isnad_triggers_row *row = trigger_row(trigger);
  if (row->form != ISNAD_TRIGGERS_FORM_VERB) return true;
  isnad_slice verb = cited_form(s, trigger->first + trigger->count - 1), noun = cited_form(s, found->first);
  bool feminine = word_ends(verb, LETTER_TEH) || word_letter_at(verb, trigger->count > 1 ? 0 : trigger->cut, LETTER_TEH);
  if (!feminine && is_feminine_object(s, unit, trigger, found)) return false;
  if (has_pronoun_subject(s, unit, trigger) || is_addressee(unit, trigger, found) || lacks_statement(s, unit, trigger, found)) return false;
  if (is_judged(s, unit, trigger, found) || is_everyday_object(unit, found, feminine) || (feminine && is_masculine_object(s, unit, trigger, found)))
    return false;
  if (!feminine && (word_ends_in(noun, LETTER_ALEF, LETTER_TEH) || is_media_object(unit, found)))
    return false; /* "the broadcast of channels": a noun, for the verb would be feminine */
  if (is_platform_act(row, found)) return false;
  if (is_plural(verb)) return false; /* a verb before its subject is singular: this is its object */
  if (row->force == ISNAD_TRIGGERS_FORCE_SHOWS) return found->kind != ISNAD_SOURCE_ANONYMOUS;
  size_t last = trigger->first + trigger->count - 1;
  bool about = trigger->count > 1 && note_word_at(unit, last, ISNAD_QUOTE_WORDS_ROLE_ABOUT) != NULL;
  if (about && found->kind == ISNAD_SOURCE_DOCUMENT) return false;                                     /* "announced an agreement" */
  if (row->force == ISNAD_TRIGGERS_FORCE_DENIES && found->kind == ISNAD_SOURCE_DOCUMENT) return false; /* "denied the report" */
  return found->kind != ISNAD_SOURCE_FOOTAGE; /* "published footage": the footage is what was published */
}

/* "Dissatisfied about | pictures", "gave up | a programme": what a verb is about, not who says it. */
static bool is_thing(const note_scan *s, const note_unit *unit, const cited *found) {
  if (found->kind == ISNAD_SOURCE_FOOTAGE) return true;
  return found->kind == ISNAD_SOURCE_OUTLET && found->named.id.length == 0 && found->named.rule.table == ISNAD_TABLE_HEADS &&
         isnad_heads_rows[found->named.rule.row].takes == ISNAD_HEADS_TAKES_NAME && !note_is_definite(s, unit, found->first) &&
         cited_token(s, found->last - 1)->kind == ISNAD_TOKEN_WORD && found->last > found->first + 1;
}

static bool read_behind(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, cited *out) {
  const isnad_triggers_row *row = trigger_row(trigger);
  size_t behind = trigger->first + trigger->count, inner = 0;
  bool strong =
      row->form == ISNAD_TRIGGERS_FORM_PREPOSITION || row->form == ISNAD_TRIGGERS_FORM_RELATIVE || row->force == ISNAD_TRIGGERS_FORCE_CARRIES;
  if (row->form == ISNAD_TRIGGERS_FORM_FALSE_FRIEND) return false;
  if (row->form == ISNAD_TRIGGERS_FORM_VERB &&
      (is_unreal(s, unit, trigger) || !is_verb_cut(s, trigger) || is_noun(unit, trigger) || has_object(s, unit, trigger)))
    return false;
  if (row->form == ISNAD_TRIGGERS_FORM_NOUN && platform_in(unit, trigger, out)) return cited_is_channel(s, unit, trigger, out);
  if (row->form == ISNAD_TRIGGERS_FORM_NOUN && row->takes == ISNAD_TRIGGERS_TAKES_L && !addressed(s, unit, behind)) return false;
  if (is_bare_from(unit, trigger) && !behind_carrier(s, unit, trigger->first) && !known_medium_at(s, unit, behind)) return false;
  if (is_bare_from(unit, trigger) && cited_read(s, unit, behind, strong, out) && is_thing(s, unit, out)) return false;
  if (cited_read(s, unit, behind, strong, out)) return suits_force(s, unit, trigger, out) && cited_is_channel(s, unit, trigger, out);
  if (row->form == ISNAD_TRIGGERS_FORM_PREPOSITION && (inner = behind_inner_verb(s, unit, behind)) > 0) return cited_read(s, unit, inner, true, out);
  return row->form == ISNAD_TRIGGERS_FORM_VERB && row->force != ISNAD_TRIGGERS_FORCE_CARRIES && row->force != ISNAD_TRIGGERS_FORCE_SHOWS &&
         cited_country(s, unit, behind, out);
}

/* "The magazine described | the princess as": a definite head noun takes no object for its adjective behind a verb that has one. */
static void leave_object(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, cited *found) {
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS), *head = note_hit_at(unit, found->first, ISNAD_TABLE_HEADS);
  if (verb == NULL || head == NULL || isnad_verbs_rows[verb->row].force != ISNAD_VERBS_FORCE_DESCRIBES || found->named.id.length > 0) return;
  size_t next = found->first + head->count;
  if (!note_is_definite(s, unit, found->first) || found->last != next + 1 || note_has_hit(unit, next, ISNAD_TABLE_PLACES)) return;
  found->last = next;
  found->named.span.end = cited_token(s, next - 1)->span.end;
  found->named.name = note_name_text(s, found->named.span);
}

/* A paragraph that is nothing but a citation speaks of the whole article. */
static isnad_scope scope_of(const note_unit *unit, size_t first, size_t last) {
  return first < unit->first + SHORT_PARAGRAPH && last + SHORT_PARAGRAPH > unit->last ? ISNAD_SCOPE_ARTICLE : ISNAD_SCOPE_SENTENCE;
}

/* Whether the words of an earlier citation hold the noun of this one. */
static bool shares_noun(const note_scan *s, const isnad_source_note *before, isnad_slice noun) {
  const isnad_tokens *tokens = &s->page->tokens;
  for (size_t at = isnad_tokens_seek(tokens, before->span.begin); at < tokens->count && tokens->items[at].span.begin < before->span.end; at++) {
    isnad_slice form = isnad_token_form(tokens, at);
    if (isnad_slice_equal(form, noun) || (word_begins(form, LETTER_ALEF, LETTER_LAM) &&
                                          isnad_slice_equal((isnad_slice){form.bytes + 2 * WORD_LETTER, form.length - 2 * WORD_LETTER}, noun)))
      return true;
  }
  return false;
}

/* "The agency", "the paper": the last one that was called so in this article; else the last of its kind, when all before it are one. */
static void resolve_definite(const note_scan *s, const note_unit *unit, cited *found) {
  enum { REMEMBERED = 64 };
  bool medium = found->kind == ISNAD_SOURCE_AGENCY || found->kind == ISNAD_SOURCE_OUTLET;
  if (!medium || found->named.id.length > 0 || found->last != found->first + 1 || !note_is_definite(s, unit, found->first)) return;
  isnad_slice form = cited_form(s, found->first);
  isnad_slice noun = {form.bytes + 2 * WORD_LETTER, form.length - 2 * WORD_LETTER};
  const isnad_source_note *only = NULL;
  bool several = false;
  for (size_t i = s->source_count; i > 0 && s->source_count - i < REMEMBERED; i--) {
    const isnad_source_note *before = &s->sources[i - 1];
    if (before->kind != found->kind || before->scope == ISNAD_SCOPE_ARTICLE || before->named.name.length == 0) continue;
    if (shares_noun(s, before, noun)) {
      found->named.id = before->named.id;
      found->named.name = before->named.name;
      return;
    }
    several = several || (only != NULL && !isnad_slice_equal(only->named.name, before->named.name));
    only = only == NULL ? before : only;
  }
  if (found->kind == ISNAD_SOURCE_AGENCY && (only == NULL || several)) cited_name_before(s, found, noun);
  if (only == NULL || several || note_word_at(unit, found->first - 1, ISNAD_QUOTE_WORDS_ROLE_VENUE) != NULL) return;
  found->named.id = only->named.id;
  found->named.name = only->named.name;
}

/* "A decree that the Kremlin published": the body belongs to the citation of its document. A medium is one of its own. */
static bool is_issuer(note_scan *s, const isnad_phrase *trigger, const cited *found) {
  if (s->source_count == 0 || trigger->first == 0 || found->kind != ISNAD_SOURCE_OFFICIAL) return false;
  isnad_source_note *before = &s->sources[s->source_count - 1];
  if (before->kind != ISNAD_SOURCE_DOCUMENT || before->span.end != cited_token(s, trigger->first - 1)->span.end) return false;
  before->span.end = cited_token(s, found->last - 1)->span.end;
  return true;
}

/* "The tests that the country conducted": somebody who is no medium is cited so only behind what is said, written or shown. */
static bool has_antecedent(const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  enum { NEAR = 6 };
  bool medium = found->kind != ISNAD_SOURCE_OFFICIAL && found->kind != ISNAD_SOURCE_ANONYMOUS;
  return medium || note_tells_before(unit, trigger->first, NEAR);
}

bool note_citation_at(note_scan *s, const note_unit *unit, size_t at, const isnad_phrase *hits, size_t count) {
  const isnad_phrase *trigger = note_hit_of(hits, count, ISNAD_TABLE_TRIGGERS);
  cited found;
  if (trigger == NULL || !read_behind(s, unit, trigger, &found)) return false;
  if (trigger_row(trigger)->form == ISNAD_TRIGGERS_FORM_RELATIVE) {
    if (!has_antecedent(unit, trigger, &found)) return false;
    if (is_issuer(s, trigger, &found)) return true;
  }
  name_maker(s, unit, &found);
  leave_object(s, unit, trigger, &found);
  resolve_definite(s, unit, &found);
  isnad_span span = {trigger->span.begin, cited_token(s, found.last - 1)->span.end};
  note_add_source(s, &(isnad_source_note){span, found.named, found.kind, scope_of(unit, at, found.last)});
  return !s->failed;
}

static bool add_told(note_scan *s, const note_unit *unit, size_t at) {
  cited found;
  if (s->failed || !cited_told(s, unit, at, &found)) return false;
  note_add_source(s, &(isnad_source_note){found.named.span, found.named, found.kind, ISNAD_SCOPE_SENTENCE});
  return !s->failed;
}

static void cite_unit(note_scan *s, const note_unit *unit) {
  for (size_t at = unit->first; at < unit->last && !s->failed; at++) {
    size_t count = 0;
    const isnad_phrase *hits = note_hits_at(unit, at, &count);
    if (cited_token(s, at)->kind != ISNAD_TOKEN_WORD || count == 0) continue;
    if (!note_citation_at(s, unit, at, hits, count) && !add_told(s, unit, at)) continue;
    uint32_t end = s->sources[s->source_count - 1].span.end;
    while (at + 1 < unit->last && cited_token(s, at + 1)->span.begin < end) at++;
  }
}

void note_citations(note_scan *s) {
  for (size_t i = 0; i < s->unit_count && !s->failed; i++) cite_unit(s, &s->units[i]);
}
