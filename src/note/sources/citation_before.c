/* A medium before its verb: "the paper X had told", "the agency X says". */
#include "note/sources/citation.h"

enum { ADJECTIVES = 3, HELPERS = 3, BRACKET = 5 };

/* A clause begins at the token: at the head of the unit, behind a mark, or behind a word that opens or helps a clause. */
static bool opens_clause(const note_scan *s, const note_unit *unit, size_t at) {
  while (at > unit->first && cited_token(s, at - 1)->kind == ISNAD_TOKEN_QUOTE) at--;
  if (at == unit->first || cited_token(s, at - 1)->kind == ISNAD_TOKEN_PUNCT) return true;
  static const isnad_quote_words_role openers[] = {ISNAD_QUOTE_WORDS_ROLE_HELPS, ISNAD_QUOTE_WORDS_ROLE_THAT, ISNAD_QUOTE_WORDS_ROLE_ASFOR,
                                                   ISNAD_QUOTE_WORDS_ROLE_BREAKS};
  for (size_t i = 0; i < sizeof openers / sizeof openers[0]; i++)
    if (note_has_word(unit, at - 1, openers[i])) return true;
  return false;
}

/* Behind the medium's adjectives, the marks around its name, and its initials in brackets. */
static size_t behind_name(const note_scan *s, const note_unit *unit, size_t at) {
  for (size_t words = 0; at < unit->last && words < ADJECTIVES; words++) {
    at = cited_skip_quotes(s, unit, at);
    bool adjective = cited_is_word(s, unit, at) && note_is_definite(s, unit, at) && !note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
    if (!adjective) break;
    at++;
  }
  at = cited_skip_quotes(s, unit, at);
  if (at >= unit->last || !cited_is_mark(s, at, "(")) return at;
  for (size_t i = at + 1; i < unit->last && i < at + BRACKET; i++)
    if (cited_is_mark(s, i, ")")) return i + 1;
  return at;
}

/* Nothing stands before the verb, or the "fa" that answers "as for". */
static bool is_whole(const note_scan *s, const isnad_phrase *verb, bool answers) {
  return verb->cut == 0 || (answers && verb->cut == WORD_LETTER && word_letter_at(cited_form(s, verb->first), 0, LETTER_FEH));
}

/* The verb at the token tells and agrees with a head noun in the feminine. */
static bool tells(const note_scan *s, const note_unit *unit, size_t at, const isnad_phrase *head, bool answers) {
  const isnad_phrase *trigger = note_hit_at(unit, at, ISNAD_TABLE_TRIGGERS), *verb = note_hit_at(unit, at, ISNAD_TABLE_VERBS);
  bool reports = trigger != NULL && is_whole(s, trigger, answers) && cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_VERB;
  bool sure =
      verb != NULL && is_whole(s, verb, answers) && verb->cell <= ISNAD_VERBS_CELL_P && isnad_verbs_rows[verb->row].sure == ISNAD_VERBS_SURE_YES;
  if (!reports && !sure) return false;
  isnad_slice form = cited_form(s, at);
  bool feminine = word_ends(form, LETTER_TEH) || word_letter_at(form, reports ? trigger->cut : verb->cut, LETTER_TEH);
  return feminine || head == NULL || cited_is_masculine(s, head->first);
}

/* "The paper X, | which appears in English, | said", "the paper X | that carried the news | quoted": behind the clause that describes it. */
static size_t behind_clause(const note_scan *s, const note_unit *unit, size_t at, const isnad_phrase *head) {
  enum { LONGEST = 10, SHORT = 5, ARABIC_COMMA = 0x60C };
  if (!note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return at;
  for (size_t i = at + 1; i < unit->last && i < at + LONGEST; i++) {
    if (cited_is_mark(s, i, ",") || word_is_letter(cited_form(s, i), ARABIC_COMMA)) return i + 1;
    if (cited_token(s, i)->kind == ISNAD_TOKEN_PUNCT) break;
    if (i > at + 2 && i <= at + SHORT && tells(s, unit, i, head, false)) return i;
  }
  return at;
}

bool cited_subject(const note_scan *s, const note_unit *unit, size_t at, cited *out, size_t *end) {
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS), *outlet = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS);
  if ((head == NULL && outlet == NULL) || (outlet != NULL && outlet->cut > 0) || (head != NULL && head->cut > 0)) return false;
  if (!opens_clause(s, unit, at) || !cited_read(s, unit, at, false, out)) return false;
  if (out->kind != ISNAD_SOURCE_AGENCY && out->kind != ISNAD_SOURCE_OUTLET) return false;
  size_t next = behind_clause(s, unit, behind_name(s, unit, out->last), head), helpers = 0;
  while (helpers < HELPERS && note_has_word(unit, next, ISNAD_QUOTE_WORDS_ROLE_HELPS)) {
    if (note_has_word(unit, next, ISNAD_QUOTE_WORDS_ROLE_NEGATES)) return false; /* "the paper did not | publish" */
    next++;
    helpers++;
  }
  bool answers = at > unit->first && note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_ASFOR); /* "as for | the agency, it quoted" */
  if (!cited_is_word(s, unit, next) || !tells(s, unit, next, head, answers)) return false;
  *end = next + 1;
  return true;
}

/* The verb of a document at a token, in the gender of its head, without "and": with "that" behind it, or one of showing at once behind the document.
 */
static bool is_documents_verb(const note_scan *s, const note_unit *unit, size_t at, const isnad_phrase *head, bool at_once) {
  enum { NEAR = 2 };
  const isnad_phrase *trigger = note_hit_at(unit, at, ISNAD_TABLE_TRIGGERS), *verb = note_hit_at(unit, at, ISNAD_TABLE_VERBS);
  bool reports = trigger != NULL && trigger->cut == 0 && cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_VERB;
  if (!reports && (verb == NULL || verb->cut > 0 || verb->cell > ISNAD_VERBS_CELL_P)) return false;
  isnad_slice form = cited_form(s, at);
  bool feminine = word_ends(form, LETTER_TEH) || word_letter_at(form, 0, LETTER_TEH);
  isnad_slice noun = cited_form(s, head->first);
  if (!feminine && (word_ends(noun, LETTER_HEH) || word_ends_in(noun, LETTER_ALEF, LETTER_TEH))) return false;
  bool carries = trigger != NULL && cited_trigger(trigger)->takes == ISNAD_TRIGGERS_TAKES_AN;
  if (carries && !note_has_word(unit, at + 1, ISNAD_QUOTE_WORDS_ROLE_ABOUT)) return false; /* "the decision | of the move of the embassy" */
  if (at_once && reports && cited_trigger(trigger)->force == ISNAD_TRIGGERS_FORCE_SHOWS) return true;
  for (size_t i = at + 1; i < unit->last && i <= at + NEAR; i++) {
    if (note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_THEREIN)) return false; /* "a statement in which he said that" */
    if (note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_THAT)) return true;
  }
  return false;
}

static void reach(const note_scan *s, cited *out, size_t last) {
  out->last = last;
  out->named.span.end = cited_token(s, last - 1)->span.end;
  out->named.name = note_name_text(s, out->named.span);
}

/* "The report of | "X"": a name in marks right behind the document. */
static bool take_marked(const note_scan *s, const note_unit *unit, cited *out) {
  enum { LONGEST = 5 };
  if (!cited_is_quote(s, unit, out->last)) return false;
  size_t end = out->last + 1;
  while (end < unit->last && end < out->last + LONGEST && cited_is_word(s, unit, end)) end++;
  if (!cited_is_quote(s, unit, end) || end == out->last + 1) return false;
  reach(s, out, end);
  return true;
}

bool cited_document_subject(const note_scan *s, const note_unit *unit, size_t at, cited *out, size_t *end) {
  enum { LONGEST = 9 };
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  if (head == NULL || head->cut > 0 || note_is_definite(s, unit, at)) return false;
  isnad_heads_kind kind = isnad_heads_rows[head->row].kind;
  if ((kind != ISNAD_HEADS_KIND_DOCUMENT && kind != ISNAD_HEADS_KIND_FOOTAGE) || !cited_read(s, unit, at, false, out)) return false;
  if (out->kind != ISNAD_SOURCE_DOCUMENT && out->kind != ISNAD_SOURCE_FOOTAGE) return false;
  bool opens = opens_clause(s, unit, at), alone = true; /* no verb yet */
  bool marked = at > unit->first && cited_token(s, at - 1)->kind == ISNAD_TOKEN_PUNCT;
  if (out->kind == ISNAD_SOURCE_FOOTAGE && (!opens || marked)) return false;                    /* "published, on its site, | a clip that shows" */
  if (at > unit->first && note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_IN)) return false; /* "said | in a report that appeared" */
  bool told = take_marked(s, unit, out);                                                        /* words between the document and its verb */
  size_t first = cited_is_quote(s, unit, out->last) ? out->last + 1 : out->last;
  if (cited_is_word(s, unit, first) && note_is_definite(s, unit, first)) return false; /* the phrase goes on */
  for (size_t i = first; i < unit->last && i < out->last + LONGEST && cited_is_word(s, unit, i); i++) {
    if (note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_THAT) || note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_SUBORDINATE) ||
        note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_NEGATES))
      return false; /* "the pictures do not | reflect" */
    const isnad_phrase *deed = note_hit_at(unit, i, ISNAD_TABLE_TRIGGERS);
    bool showing = i == out->last && out->kind == ISNAD_SOURCE_DOCUMENT && deed != NULL &&
                   cited_trigger(deed)->force != ISNAD_TRIGGERS_FORCE_CARRIES; /* "after | American data showed a rise": at once behind its words */
    if (is_documents_verb(s, unit, i, head, alone && (opens || showing))) {
      *end = i + 1;
      if (alone && i > first && word_letter_at(cited_form(s, first), 0, LETTER_LAM)) reach(s, out, i); /* "a report | of foreign experts" */
      const isnad_phrase *verb = note_hit_at(unit, i, ISNAD_TABLE_VERBS);
      bool shows = verb != NULL && isnad_verbs_rows[verb->row].force == ISNAD_VERBS_FORCE_SHOWS;
      return told || showing || verb == NULL || shows; /* else the reader of quotes knows more */
    }
    told = told || !note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_HELPS);
    alone = alone && !note_has_hit(unit, i, ISNAD_TABLE_VERBS) && !note_has_hit(unit, i, ISNAD_TABLE_TRIGGERS);
  }
  return false;
}

/* "A survey | which the paper X published in January | showed that": the clause that tells who made it, with names in marks, and the verb of the
 * document behind it. *end is before the clause, which may cite others. */
static bool tells_behind(const note_scan *s, const note_unit *unit, size_t at, const isnad_phrase *head, size_t far, size_t *end) {
  const isnad_phrase *made = note_hit_at(unit, at, ISNAD_TABLE_TRIGGERS);
  bool helped = head->first > unit->first && note_has_word(unit, head->first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS); /* "was": its verb must follow */
  if (made == NULL || cited_trigger(made)->form != ISNAD_TRIGGERS_FORM_RELATIVE) return false;
  for (size_t i = made->first + made->count + 1; i + 1 < unit->last && i < at + far; i++) {
    bool mark = cited_token(s, i)->kind == ISNAD_TOKEN_PUNCT && !cited_is_mark(s, i, "(") && !cited_is_mark(s, i, ")");
    if ((mark && (!helped || cited_is_mark(s, i, "."))) || note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
    const isnad_phrase *verb = note_hit_at(unit, i, ISNAD_TABLE_TRIGGERS);
    bool own = helped && verb != NULL && verb->cut == 0 && cited_trigger(verb)->form == ISNAD_TRIGGERS_FORM_VERB &&
               tells(s, unit, i, head, false); /* "a study, which experts made, | confirmed" */
    if (!cited_is_word(s, unit, i) || (!own && !is_documents_verb(s, unit, i, head, false))) continue;
    *end = at;
    return true;
  }
  return false;
}

/* "The study | that was made in 2013 found that": a document with the article, the clause that tells of it, and its own verb with "that". */
bool cited_clause_subject(const note_scan *s, const note_unit *unit, size_t at, cited *out, size_t *end) {
  enum { LONGEST = 12, FAR = 20 };
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  if (head == NULL || head->cut > WORD_LETTER || isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_DOCUMENT) return false;
  bool definite = note_is_definite(s, unit, at);
  if (!definite && (head->cut > 0 || !opens_clause(s, unit, at))) return false;
  if (!cited_read(s, unit, at, false, out) || out->kind != ISNAD_SOURCE_DOCUMENT) return false;
  if (!definite) return tells_behind(s, unit, out->last, head, FAR, end);
  if (!note_has_word(unit, out->last, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return false;
  if (at > unit->first && note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION)) return false; /* "in the report that" */
  for (size_t i = out->last + 3; i + 1 < unit->last && i < out->last + LONGEST; i++) {
    if (cited_token(s, i)->kind == ISNAD_TOKEN_QUOTE || note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
    const isnad_phrase *verb = note_hit_at(unit, i, ISNAD_TABLE_TRIGGERS);
    bool tells = verb != NULL && verb->cut == 0 && cited_trigger(verb)->form == ISNAD_TRIGGERS_FORM_VERB;
    size_t that = i + 1 + (note_has_word(unit, i + 1, ISNAD_QUOTE_WORDS_ROLE_TO)); /* "pointed | to | that" */
    if (!tells || !note_has_word(unit, that, ISNAD_QUOTE_WORDS_ROLE_THAT)) continue;
    *end = out->last; /* the clause may cite others */
    return true;
  }
  return false;
}

/* "Amid | reports | that spoke of a deal": what is told by nobody, and its verb at once behind it. */
bool cited_hearsay(const note_scan *s, const note_unit *unit, size_t at, cited *out, size_t *end) {
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  if (head == NULL || head->cut > 0 || head->count > 1 || isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_DOCUMENT) return false;
  const isnad_phrase *verb = note_hit_at(unit, at + 1, ISNAD_TABLE_VERBS);
  bool several = isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_OF && !note_is_definite(s, unit, at);
  if (!several || verb == NULL || verb->cut > 0 || verb->cell != ISNAD_VERBS_CELL_F || !word_ends(cited_form(s, at + 1), LETTER_TEH)) return false;
  if (!cited_read(s, unit, at, false, out) || out->last != at + 1) return false;
  *end = at + 2;
  return true;
}
