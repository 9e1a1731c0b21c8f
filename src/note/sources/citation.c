/* Citations of the clear kinds: a trigger ("according to", "reported", "in a statement of") and the source it names. */
#include "note/sources/citation.h"

enum { SHORT_PARAGRAPH = 3 };

/* "A statement to X": with li, or with a preposition of a channel. */
static bool addressed(const note_scan *s, const note_unit *unit, size_t at) {
  at = cited_skip_quotes(s, unit, at);
  if (at >= unit->last) return false;
  return word_letter_at(cited_form(s, at), 0, LETTER_LAM) || note_has_hit(unit, at, ISNAD_TABLE_TRIGGERS);
}

static bool take_platform(const note_unit *unit, size_t at, cited *out) {
  const isnad_phrase *platform = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS);
  if (platform == NULL || isnad_outlets_rows[platform->row].kind != ISNAD_OUTLETS_KIND_PLATFORM) return false;
  out->first = at;
  cited_take_outlet(out, platform);
  return true;
}

/* "On Facebook", "on its page | in the site «Facebook»": the platform is named by the trigger itself, or right behind the page that it names. */
static bool platform_in(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, cited *out) {
  enum { NEAR = 4 };
  size_t behind = trigger->first + trigger->count;
  if (trigger->count < 2) return false;
  if (take_platform(unit, behind - 1, out)) return true;
  const isnad_phrase *page = note_hit_at(unit, behind - 1, ISNAD_TABLE_HEADS);
  if (page == NULL || isnad_heads_rows[page->row].kind != ISNAD_HEADS_KIND_SOCIAL) return false;
  for (size_t at = behind, words = 0; at < unit->last && words < NEAR; at++) {
    if (cited_is_quote(s, unit, at)) continue;
    if (!cited_is_word(s, unit, at)) return false;
    if (take_platform(unit, at, out)) return true;
    if (!note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) && !note_has_hit(unit, at, ISNAD_TABLE_HEADS) && !note_is_definite(s, unit, at))
      return false;
    words++;
  }
  return false;
}

/* "Said | al-Wafd" with the verb in the feminine, or the name alone in quotation marks: a paper, though its name is an everyday word. */
static bool is_papers_verb(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger) {
  isnad_slice verb = cited_form(s, trigger->first);
  size_t behind = trigger->first + trigger->count, at = cited_skip_quotes(s, unit, behind);
  const isnad_phrase *outlet = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS);
  bool feminine = word_ends(verb, LETTER_TEH) || word_letter_at(verb, trigger->cut, LETTER_TEH);
  if (outlet == NULL || outlet->cut > 0 || !feminine || cited_trigger(trigger)->form != ISNAD_TRIGGERS_FORM_VERB) return false;
  bool marked = at > behind && cited_is_quote(s, unit, outlet->first + outlet->count);
  const isnad_phrase *row = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS);
  bool calls = row != NULL && isnad_verbs_rows[row->row].force == ISNAD_VERBS_FORCE_DEMANDS;    /* "called upon | the world" */
  return marked || (!calls && at == behind && outlet->count == 1 && cited_is_masculine(s, at)); /* «he was ...» behind the verb is speech */
}

/* "And Germany called": with its "and" the verb is written like "bade farewell"; who calls calls to something. */
static bool calls_to_nothing(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  enum { NEAR = 10 };
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS);
  if (trigger->cut == 0 || verb == NULL || isnad_verbs_rows[verb->row].also != ISNAD_VERBS_ALSO_ILA) return false;
  for (size_t at = found->last; at < unit->last && at < found->last + NEAR; at++) {
    if (note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_TO) || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
    if (cited_token(s, at)->kind != ISNAD_TOKEN_WORD && cited_token(s, at)->kind != ISNAD_TOKEN_NUMBER)
      return cited_token(s, at)->kind != ISNAD_TOKEN_QUOTE;
    if (word_letter_at(cited_form(s, at), 0, LETTER_LAM)) return false;
  }
  return true;
}

/* "Brazil owes | to", written like "condemns": ba stands before what it owes. */
static bool owes(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS);
  if (verb == NULL || isnad_verbs_rows[verb->row].force != ISNAD_VERBS_FORCE_CONDEMNS || isnad_verbs_rows[verb->row].also == ISNAD_VERBS_ALSO_BI ||
      !cited_is_word(s, unit, found->last))
    return false;
  isnad_slice form = cited_form(s, found->last);
  return word_letter_at(form, 0, LETTER_BEH) && isnad_arabic_proclitics(form) >= WORD_LETTER;
}

/* "China answered | the ban with tariffs". */
static bool answers(const note_unit *unit, const isnad_phrase *trigger) {
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS);
  return verb != NULL && isnad_verbs_rows[verb->row].force == ISNAD_VERBS_FORCE_ANSWERS;
}

/* "In remarks that he made | to the police": who hears what is said is no source, unless he carries it on. */
static bool is_spoken_to(const note_scan *s, const isnad_phrase *trigger, const cited *found) {
  const isnad_triggers_row *row = cited_trigger(trigger);
  bool made = row->takes == ISNAD_TRIGGERS_TAKES_L && row->form == ISNAD_TRIGGERS_FORM_RELATIVE;
  if (row->takes == ISNAD_TRIGGERS_TAKES_L && row->form == ISNAD_TRIGGERS_FORM_NOUN && trigger->count > 1) { /* "in his talk | to the president" */
    isnad_slice noun = isnad_slice_at(s->page->text, cited_token(s, trigger->first + trigger->count - 1)->span);
    made = word_ends(noun, LETTER_HEH) || word_ends_in(noun, LETTER_HEH, LETTER_ALEF);
  }
  return made && found->kind == ISNAD_SOURCE_OFFICIAL && word_letter_at(cited_form(s, found->first), 0, LETTER_LAM);
}

static bool is_medium(isnad_source_kind kind) {
  return kind == ISNAD_SOURCE_AGENCY || kind == ISNAD_SOURCE_OUTLET || kind == ISNAD_SOURCE_SOCIAL || kind == ISNAD_SOURCE_FOOTAGE;
}

/* "And he added: "the analysis of": what opens behind the verb between marks is said; a name between marks is closed by them. */
static bool is_inside_marks(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  if (cited_trigger(trigger)->form != ISNAD_TRIGGERS_FORM_VERB || found->first == trigger->first + trigger->count) return false;
  if (!cited_is_quote(s, unit, found->first - 1) || found->kind == ISNAD_SOURCE_AGENCY || found->kind == ISNAD_SOURCE_OUTLET) return false;
  for (size_t at = found->last - 1; at < unit->last && at <= found->last + 1; at++) /* a comma may stand before the closing mark */
    if (cited_is_quote(s, unit, at)) return false;
  return true;
}

/* "The report dwelt on": a verb whose subject is a document or nobody who is cited. Without its article the document is the verb's object, unless the
 * verb opens its clause. */
static bool is_documents_deed(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  bool clip = found->kind == ISNAD_SOURCE_FOOTAGE && cited_trigger(trigger)->force == ISNAD_TRIGGERS_FORCE_SHOWS &&
              note_is_definite(s, unit, found->first) && !note_has_word(unit, found->last, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  if (cited_trigger(trigger)->form != ISNAD_TRIGGERS_FORM_VERB || (found->kind != ISNAD_SOURCE_DOCUMENT && !clip)) return false;
  if (cited_wants_on(s, unit, trigger, found)) return false;
  if (note_is_definite(s, unit, found->first) || trigger->first == unit->first) return true;
  size_t before = trigger->first - 1;
  return cited_token(s, before)->kind == ISNAD_TOKEN_PUNCT || note_has_word(unit, before, ISNAD_QUOTE_WORDS_ROLE_HELPS);
}

/* "The calls that he made | and the letters": the verb has its subject in itself. */
static bool begins_with_and(const note_scan *s, size_t behind, const cited *found) {
  isnad_slice form = cited_form(s, behind);
  return found->first == behind && word_letter_at(form, 0, LETTER_WAW) && cited_token(s, behind)->span.begin + WORD_LETTER == found->named.span.begin;
}

static bool read_behind(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, cited *out) {
  const isnad_triggers_row *row = cited_trigger(trigger);
  size_t behind = trigger->first + trigger->count, inner = 0;
  bool strong = row->form == ISNAD_TRIGGERS_FORM_PREPOSITION || row->form == ISNAD_TRIGGERS_FORM_RELATIVE ||
                row->force == ISNAD_TRIGGERS_FORCE_CARRIES || is_papers_verb(s, unit, trigger) ||
                (row->takes == ISNAD_TRIGGERS_TAKES_MEDIA && cited_is_quote(s, unit, behind)); /* "in an interview with | "the day"" */
  if (row->form == ISNAD_TRIGGERS_FORM_FALSE_FRIEND) return false;
  if (row->form == ISNAD_TRIGGERS_FORM_VERB && !cited_is_verb(s, unit, trigger)) return false;
  if (row->form == ISNAD_TRIGGERS_FORM_NOUN && platform_in(s, unit, trigger, out)) return cited_is_channel(s, unit, trigger, out);
  if (row->form == ISNAD_TRIGGERS_FORM_NOUN && row->takes == ISNAD_TRIGGERS_TAKES_L && !addressed(s, unit, behind)) return false;
  if (cited_is_granted(s, unit, trigger)) return false;
  if (cited_is_bare_from(unit, trigger) && !cited_is_from(s, unit, trigger)) return false;
  if (cited_is_bare_from(unit, trigger) && cited_read(s, unit, behind, strong, out) && cited_is_thing(s, unit, out)) return false;
  bool named = cited_read(s, unit, behind, strong, out) || cited_trade(s, unit, trigger, out) || cited_counted(s, unit, trigger, out);
  if (named && row->form == ISNAD_TRIGGERS_FORM_RELATIVE && begins_with_and(s, behind, out)) return false;
  bool met = row->takes == ISNAD_TRIGGERS_TAKES_MEDIA; /* "in a meeting with | the minister": nobody is cited */
  bool written = met && named && is_documents_deed(s, unit, trigger, out);
  if (named && met && !written && out->kind != ISNAD_SOURCE_OUTLET && out->kind != ISNAD_SOURCE_AGENCY) return false;
  bool seen = named && (out->kind == ISNAD_SOURCE_FOOTAGE || (out->kind == ISNAD_SOURCE_DOCUMENT && row->takes == ISNAD_TRIGGERS_TAKES_DIRECT));
  if (seen && row->form == ISNAD_TRIGGERS_FORM_NOUN) return false; /* "on her account | the clip", "on the application | of the decision" */
  if (named &&
      (is_spoken_to(s, trigger, out) || (cited_is_heard(s, unit, trigger) && !is_medium(out->kind)) || is_inside_marks(s, unit, trigger, out)))
    return false;
  if (named) return !owes(s, unit, trigger, out) && cited_suits(s, unit, trigger, out) && cited_is_channel(s, unit, trigger, out);
  if (row->form == ISNAD_TRIGGERS_FORM_PREPOSITION && (inner = cited_inner_verb(s, unit, behind)) > 0) return cited_read(s, unit, inner, true, out);
  return row->form == ISNAD_TRIGGERS_FORM_VERB && !met && row->force != ISNAD_TRIGGERS_FORCE_CARRIES && row->force != ISNAD_TRIGGERS_FORCE_SHOWS &&
         (row->force == ISNAD_TRIGGERS_FORCE_ANNOUNCES || note_has_hit(unit, trigger->first, ISNAD_TABLE_VERBS)) &&
         cited_country(s, unit, behind, out) && !answers(unit, trigger) && !cited_tightens(s, unit, trigger, out) &&
         !cited_is_accused(s, unit, trigger, out) && !calls_to_nothing(s, unit, trigger, out) && !owes(s, unit, trigger, out);
}

/* A paragraph that is nothing but a citation speaks of the whole article. */
static isnad_scope scope_of(const note_unit *unit, size_t first, size_t last) {
  return first < unit->first + SHORT_PARAGRAPH && last + SHORT_PARAGRAPH > unit->last ? ISNAD_SCOPE_ARTICLE : ISNAD_SCOPE_SENTENCE;
}

/* "A decree that the Kremlin published": the body belongs to the citation of its document. A medium is one of its own. */
static bool is_issuer(note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  bool maker = found->kind == ISNAD_SOURCE_OFFICIAL || found->kind == ISNAD_SOURCE_ANONYMOUS; /* "that scientists did" */
  if (s->source_count == 0 || trigger->first == unit->first || !maker) return false;
  isnad_source_note *before = &s->sources[s->source_count - 1];
  size_t last = trigger->first;
  if (last > unit->first + 1 && note_has_word(unit, last - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) last--;
  if (before->kind != ISNAD_SOURCE_DOCUMENT || before->span.end != cited_token(s, last - 1)->span.end) return false;
  if (found->kind == ISNAD_SOURCE_OFFICIAL) before->span.end = cited_token(s, found->last - 1)->span.end;
  return true;
}

/* "The tests that the country conducted": somebody who is no medium is cited so only behind what is said, written or shown. */
static bool has_antecedent(const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  enum { NEAR = 6, NOUN = 3 };
  bool medium = found->kind != ISNAD_SOURCE_OFFICIAL && found->kind != ISNAD_SOURCE_ANONYMOUS;
  if (cited_trigger(trigger)->force == ISNAD_TRIGGERS_FORCE_OBTAINS) return medium; /* "pictures that | a brigade got" */
  bool interview = cited_trigger(trigger)->force == ISNAD_TRIGGERS_FORCE_CARRIES && trigger->first > unit->first &&
                   note_has_word(unit, trigger->first - 1, ISNAD_QUOTE_WORDS_ROLE_VENUE);
  if (interview) return medium; /* "an interview that | the minister gave" */
  bool pronoun = trigger->first > unit->first && note_has_word(unit, trigger->first - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
  return medium || note_tells_before(unit, trigger->first, pronoun ? NOUN : NEAR); /* "the order that | the prosecutor issued" */
}

/* One that is cited in its sentence. */
static void add_source(note_scan *s, const cited *found, isnad_span span) {
  note_add_source(s, &(isnad_source_note){.span = span, .named = found->named, .kind = found->kind, .scope = ISNAD_SCOPE_SENTENCE});
}

/* The longest trigger among hits behind which a source stands; a shorter one is asked where nobody stands behind a longer, unless that is a false
 * friend. NULL when there is none. */
static const isnad_phrase *read_longest(const note_scan *s, const note_unit *unit, const isnad_phrase *hits, size_t count, cited *out) {
  for (size_t i = 0; i < count; i++) {
    if (hits[i].table != ISNAD_TABLE_TRIGGERS) continue;
    if (read_behind(s, unit, &hits[i], out)) return &hits[i];
    if (cited_trigger(&hits[i])->form == ISNAD_TRIGGERS_FORM_FALSE_FRIEND) return NULL;
  }
  return NULL;
}

bool note_citation_at(note_scan *s, const note_unit *unit, size_t at, const isnad_phrase *hits, size_t count) {
  cited found, second;
  const isnad_phrase *trigger = read_longest(s, unit, hits, count, &found);
  if (trigger == NULL) return false;
  if (cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_RELATIVE) {
    if (!has_antecedent(unit, trigger, &found)) return false;
    if (is_issuer(s, unit, trigger, &found)) return true;
    if (cited_trigger(trigger)->force == ISNAD_TRIGGERS_FORCE_MAKES) return false; /* "a visit that | the minister did" */
  }
  size_t named = isnad_tokens_seek(&s->page->tokens, found.named.span.begin + 1);
  bool company = found.kind == ISNAD_SOURCE_SOCIAL && found.named.rule.table == ISNAD_TABLE_OUTLETS &&
                 named <= trigger->first + trigger->count + 2; /* "this came in | a tweet of So-and-so on his page on Twitter" */
  bool itself = cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_VERB ||
                (cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_PREPOSITION && cited_trigger(trigger)->force == ISNAD_TRIGGERS_FORCE_SAYS);
  if (company && itself) found.kind = ISNAD_SOURCE_OFFICIAL; /* it speaks itself */
  cited_name_maker(s, unit, &found);
  cited_leave_object(s, unit, trigger, &found);
  cited_resolve(s, unit, &found);
  isnad_span span = {trigger->span.begin, cited_token(s, found.last - 1)->span.end};
  note_add_source(s, &(isnad_source_note){.span = span, .named = found.named, .kind = found.kind, .scope = scope_of(unit, at, found.last)});
  if (!s->failed && cited_maker(s, unit, &found, &second)) add_source(s, &second, second.named.span);
  if (!s->failed && (cited_second(s, unit, &found, &second) || cited_beside(s, unit, trigger, &found, &second)))
    add_source(s, &second, second.named.span);
  return !s->failed;
}

/* "The paper had told": the source from its name to its verb. */
static bool cite_subject(note_scan *s, const note_unit *unit, size_t at) {
  cited found;
  size_t end = 0;
  if (!cited_subject(s, unit, at, &found, &end) && !cited_document_subject(s, unit, at, &found, &end) &&
      !cited_clause_subject(s, unit, at, &found, &end) && !cited_hearsay(s, unit, at, &found, &end))
    return false;
  cited_resolve(s, unit, &found);
  isnad_span span = {cited_token(s, found.first)->span.begin, cited_token(s, end - 1)->span.end};
  add_source(s, &found, span);
  return !s->failed;
}

static bool cite_told(note_scan *s, const note_unit *unit, size_t at) {
  cited found;
  if (s->failed || (!cited_told(s, unit, at, &found) && !cited_published(s, unit, at, &found) && !cited_interview(s, unit, at, &found) &&
                    !cited_study(s, unit, at, &found) && !cited_learnt(s, unit, at, &found)))
    return false;
  add_source(s, &found, found.named.span);
  return !s->failed;
}

/* A citation is told by its trigger or by its medium or document: most tokens are neither. */
enum { CITING_TABLES = 1u << ISNAD_TABLE_TRIGGERS | 1u << ISNAD_TABLE_HEADS | 1u << ISNAD_TABLE_OUTLETS };

static void cite_unit(note_scan *s, const note_unit *unit) {
  for (size_t at = unit->first; at < unit->last && !s->failed; at++) {
    size_t count = 0;
    if ((unit->tables[at - unit->first] & CITING_TABLES) == 0 || cited_token(s, at)->kind != ISNAD_TOKEN_WORD) continue;
    const isnad_phrase *hits = note_hits_at(unit, at, &count);
    if (!note_citation_at(s, unit, at, hits, count) && !cite_subject(s, unit, at) && !cite_told(s, unit, at)) continue;
    uint32_t end = s->sources[s->source_count - 1].span.end;
    while (at + 1 < unit->last && cited_token(s, at + 1)->span.begin < end) at++;
  }
}

void note_citations(note_scan *s) {
  for (size_t i = 0; i < s->unit_count && !s->failed; i++) cite_unit(s, &s->units[i]);
}
