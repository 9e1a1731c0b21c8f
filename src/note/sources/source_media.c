/* Media that no reader before has cited, though what stands around their name tells that they carry what is told: "in an interview that the paper X
 * published on Sunday", "an official informed the agency Y", "the document of which Z got a copy". */
#include "note/quotes/quote.h"
#include "note/sources/citation.h"

/* A medium and its place in the unit. */
typedef struct medium {
  const note_scan *s;
  const note_unit *unit;
  cited cited;
  size_t at, before; /* its first token; the token behind the one that governs it, marks between */
  unsigned joined;   /* the preposition that is written on it or stands alone before it; 0: none */
} medium;

/* The source that overlaps a span among the first `count`, which are in page order, or the last one that was added; NULL: none. */
static const isnad_source_note *cited_over(const note_scan *s, size_t count, isnad_span span) {
  enum { NEAR = 5 };
  size_t low = note_source_from(s, count, span.begin);
  for (size_t i = low > NEAR ? low - NEAR : 0; i < count && i < low + NEAR; i++) {
    const isnad_source_note *source = &s->sources[i];
    if (source->named.span.begin < span.end && span.begin < source->named.span.end) return source;
    if (source->span.begin < span.end && span.begin < source->span.end) return source;
  }
  const isnad_source_note *last = s->source_count > count ? &s->sources[s->source_count - 1] : NULL;
  return last != NULL && last->named.span.begin < span.end && span.begin < last->named.span.end ? last : NULL;
}

static bool has(const medium *m, size_t at, isnad_quote_words_role role) { return at < m->unit->last && note_has_word(m->unit, at, role); }

static bool ends_clause(const medium *m, size_t at) {
  return cited_token(m->s, at)->kind == ISNAD_TOKEN_PUNCT || has(m, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || has(m, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
}

/* A finite verb of saying that is nothing else. */
static const isnad_verbs_row *saying(const medium *m, size_t at) {
  const isnad_phrase *verb = note_hit_at(m->unit, at, ISNAD_TABLE_VERBS);
  bool finite = verb != NULL && verb->cell <= ISNAD_VERBS_CELL_P && cited_is_verb_cut(m->s, verb);
  return finite && isnad_verbs_rows[verb->row].sure == ISNAD_VERBS_SURE_YES ? &isnad_verbs_rows[verb->row] : NULL;
}

/* "The director | of the paper": whoever works for the medium, an adjective between. */
static bool is_staff(const medium *m) {
  enum { NEAR = 3 };
  for (size_t back = 1; back <= NEAR && m->before >= m->unit->first + back && cited_is_word(m->s, m->unit, m->before - back); back++)
    if (has(m, m->before - back, ISNAD_QUOTE_WORDS_ROLE_STAFF)) return true;
  return false;
}

/* A preposition that cites and is no bare "from". */
static bool is_preposition(const medium *m, const isnad_phrase *trigger) {
  return cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_PREPOSITION && !cited_is_bare_from(m->unit, trigger);
}

/* A name between marks behind the head noun, or around all of it. */
static bool is_marked(const medium *m) {
  for (size_t at = m->before; at < m->cited.last; at++)
    if (cited_is_quote(m->s, m->unit, at)) return true;
  return false;
}

/* "Medical sources in Aleppo told | X | of a rise": a verb of saying, its subject, and the medium that hears it. */
static bool is_told(const medium *m) {
  enum { FAR = 12 };
  bool to = m->joined == 0 && has(m, m->before - 1, ISNAD_QUOTE_WORDS_ROLE_TO);
  if ((m->joined != LETTER_LAM && !to) || is_staff(m)) return false;
  bool doubtful = to || (m->cited.kind == ISNAD_SOURCE_AGENCY && !is_marked(m)); /* "added to | the site", "director of | the coast agency" */
  if (m->cited.named.id.length == 0 && doubtful) return false;
  for (size_t back = to ? 3 : 1; back <= FAR && m->before >= m->unit->first + back; back++) {
    size_t at = m->before - back;
    if (ends_clause(m, at)) return false;
    const isnad_verbs_row *verb = saying(m, at);
    if (verb != NULL) return !to || verb->also != ISNAD_VERBS_ALSO_ILA; /* "pointed | to" */
    const isnad_phrase *trigger = note_hit_at(m->unit, at, ISNAD_TABLE_TRIGGERS);
    if (trigger != NULL && is_preposition(m, trigger)) return back > 1; /* "according to | an official | to X" */
  }
  return false;
}

/* "In an interview that was published on Sunday | in the paper X", "in his talk | to X": where somebody spoke, and no other verb of saying between.
 */
static bool is_of_talk(const medium *m) {
  enum { FAR = 12 };
  bool governed = m->joined != 0, opens = true;
  for (size_t back = 1; back <= FAR && m->before >= m->unit->first + back + 1; back++) {
    size_t at = m->before - back;
    if (ends_clause(m, at)) return false;
    const isnad_phrase *talk = note_word_at(m->unit, at, ISNAD_QUOTE_WORDS_ROLE_TALK), *verb = note_hit_at(m->unit, at, ISNAD_TABLE_TRIGGERS);
    bool carried = verb != NULL && cited_trigger(verb)->form == ISNAD_TRIGGERS_FORM_RELATIVE; /* "that it published | on Sunday, the paper" */
    bool preposition = has(m, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) || has(m, at, ISNAD_QUOTE_WORDS_ROLE_TO);
    if (opens && preposition && has(m, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT)) return false; /* "talk | about the channel" */
    opens = opens && !preposition;
    governed = governed || carried || preposition;
    if (talk != NULL) {
      bool said = talk->cut > 0 || has(m, at - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) || has(m, at - 1, ISNAD_QUOTE_WORDS_ROLE_ASIDE) ||
                  at - 1 == m->unit->first;
      return governed && (said || saying(m, at - 1) != NULL) && !is_staff(m);
    }
    if (saying(m, at) != NULL) return false;
  }
  return false;
}

/* "According to what | the paper X | published on Monday", "to a report of | X": a citing preposition, and nothing but a document, a day or a verb of
 * carrying between. */
static bool is_cited_so(const medium *m) {
  enum { FAR = 5 };
  if (m->joined != 0 && m->joined != LETTER_LAM) return false;
  for (size_t back = 1; back <= FAR && m->before >= m->unit->first + back; back++) {
    size_t at = m->before - back;
    const isnad_phrase *trigger = note_hit_at(m->unit, at, ISNAD_TABLE_TRIGGERS), *head = note_hit_at(m->unit, at, ISNAD_TABLE_HEADS);
    if (!cited_is_word(m->s, m->unit, at)) return false;
    if (trigger != NULL && is_preposition(m, trigger)) return true;
    bool carries = trigger != NULL &&
                   (cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_RELATIVE || cited_trigger(trigger)->force == ISNAD_TRIGGERS_FORCE_CARRIES);
    bool document = head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT;
    bool day = note_has_hit(m->unit, at, ISNAD_TABLE_WEEKDAYS) || note_has_hit(m->unit, at, ISNAD_TABLE_TIME_WORDS);
    bool small = cited_token(m->s, at)->length <= 2 * WORD_LETTER; /* "of", "what" */
    if (!carries && !document && !day && !small) return false;
  }
  return false;
}

/* "The results were published | in the journal X": what was written and the verb of publishing, within the sentence. */
static bool is_published(const medium *m) {
  enum { FAR = 12 };
  bool in = has(m, m->before - 1, ISNAD_QUOTE_WORDS_ROLE_IN) || m->joined == LETTER_BEH, printed = false, written = false;
  if (!in) return false;
  for (size_t back = 1; back <= FAR && m->before >= m->unit->first + back; back++) {
    size_t at = m->before - back;
    if (cited_is_mark(m->s, at, ".") || has(m, at, ISNAD_QUOTE_WORDS_ROLE_THAT)) break;
    const isnad_phrase *head = note_hit_at(m->unit, at, ISNAD_TABLE_HEADS);
    printed = printed || has(m, at, ISNAD_QUOTE_WORDS_ROLE_PRINTED);
    written = written || has(m, at, ISNAD_QUOTE_WORDS_ROLE_PAPER) || (head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT);
    if (printed && written) return true;
  }
  return false;
}

/* "Of which | X got | a copy": the verb before the medium, and the copy or the pronoun behind it. */
static bool is_given(const medium *m) {
  enum { NEAR = 4 };
  if (m->before <= m->unit->first || !has(m, m->before - 1, ISNAD_QUOTE_WORDS_ROLE_OBTAINS)) return false;
  for (size_t at = m->cited.last; at < m->unit->last && at < m->cited.last + NEAR; at++)
    if (has(m, at, ISNAD_QUOTE_WORDS_ROLE_COPY)) return true;
  return false;
}

/* "The security agency informed | the agency X | that": the object of a verb of telling, "that" behind it or the end of the clause. */
static bool is_informed(const medium *m) {
  enum { FAR = 9, BEHIND = 3 };
  if (m->joined != 0 || m->before < m->unit->first + 1 || note_has_word(m->unit, m->before - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION)) return false;
  if (is_staff(m)) return false;
  for (size_t back = 1; back <= FAR && m->before >= m->unit->first + back; back++) {
    size_t at = m->before - back;
    if (ends_clause(m, at)) return false;
    const isnad_phrase *verb = note_hit_at(m->unit, at, ISNAD_TABLE_VERBS);
    if (verb == NULL || verb->cell > ISNAD_VERBS_CELL_P || !cited_is_verb_cut(m->s, verb)) continue;
    const isnad_verbs_row *row = &isnad_verbs_rows[verb->row];
    bool tells = row->force == ISNAD_VERBS_FORCE_TELLS && row->also == ISNAD_VERBS_ALSO_BI;
    bool imparts = row->force == ISNAD_VERBS_FORCE_ANNOUNCES && row->also == ISNAD_VERBS_ALSO_BI && back > 2; /* "imparted | a judge | to X" */
    if (!tells && !imparts) return false;
    if (tells && back == 1 && verb->cell != ISNAD_VERBS_CELL_P) return false; /* "the agency informed": its subject */
    for (size_t i = m->cited.last; i < m->unit->last && i <= m->cited.last + BEHIND; i++)
      if (has(m, i, ISNAD_QUOTE_WORDS_ROLE_THAT) || cited_token(m->s, i)->kind == ISNAD_TOKEN_PUNCT || cited_begins_with_ba(m->s, i)) return true;
    return imparts;
  }
  return false;
}

/* "An interview whose details | X | carried", "what it relayed | of his tongue | X": a verb of carrying, and what leans on what was told. */
static bool is_relayed(const medium *m) {
  enum { NEAR = 3 };
  if (m->joined != 0) return false;
  for (size_t back = 1; back <= NEAR && m->before >= m->unit->first + back; back++) {
    const isnad_phrase *verb = note_hit_at(m->unit, m->before - back, ISNAD_TABLE_TRIGGERS);
    isnad_slice word = cited_form(m->s, m->before - 1);
    if (!cited_is_word(m->s, m->unit, m->before - back)) return false;
    if (verb == NULL || !cited_is_verb_cut(m->s, verb) || cited_trigger(verb)->force != ISNAD_TRIGGERS_FORCE_CARRIES) continue;
    if (cited_trigger(verb)->form == ISNAD_TRIGGERS_FORM_VERB) return back == 2 && word_ends_in(word, LETTER_HEH, LETTER_ALEF);
    return cited_trigger(verb)->form == ISNAD_TRIGGERS_FORM_RELATIVE && (word_ends(word, LETTER_HEH) || word_ends_in(word, LETTER_HEH, LETTER_ALEF));
  }
  return false;
}

/* A source that is a medium ends right before the medium, marks between: "and" lists another, without it the name of the same one stands there. */
static bool is_behind_medium(const medium *m, size_t sorted) {
  size_t at = m->before;
  while (at > m->unit->first && (cited_is_quote(m->s, m->unit, at - 1) || cited_is_mark(m->s, at - 1, ")"))) at--;
  if (at == m->unit->first) return false;
  const isnad_source_note *source = cited_over(m->s, sorted, cited_token(m->s, at - 1)->span);
  return source != NULL && (source->kind == ISNAD_SOURCE_AGENCY || source->kind == ISNAD_SOURCE_OUTLET);
}

static bool is_carrier(const medium *m, size_t sorted) {
  if ((m->joined == 0 || m->joined == LETTER_WAW) && is_behind_medium(m, sorted)) return m->joined == LETTER_WAW;
  return is_relayed(m) || is_told(m) || is_of_talk(m) || is_cited_so(m) || is_published(m) || is_given(m) || is_informed(m);
}

/* The preposition on the medium's first word, as the hit was cut, or one that stands alone before it. */
static void find_joined(medium *m, const isnad_phrase *hit) {
  m->before = m->at;
  while (m->before > m->unit->first && cited_is_quote(m->s, m->unit, m->before - 1)) m->before--;
  static const unsigned letters[] = {LETTER_LAM, LETTER_BEH, LETTER_WAW};
  isnad_slice form = cited_form(m->s, m->at);
  size_t last = hit->cut > 0 ? hit->cut - WORD_LETTER : 0;
  bool alone = hit->cut == 0 && m->before > m->unit->first && cited_is_word(m->s, m->unit, m->before - 1);
  if (alone) form = cited_form(m->s, m->before - 1);
  if (hit->cut == 0 && !alone) return;
  if (alone && form.length == 2 * WORD_LETTER && word_begins(form, LETTER_LAM, LETTER_LAM)) form.length = WORD_LETTER; /* "to the | X" */
  if (alone && form.length > WORD_LETTER) return;
  for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
    if (word_letter_at(form, last, letters[i])) m->joined = letters[i];
  if (alone && m->joined != 0) m->before--;
}

/* A name behind the head noun of a medium that no table knows; behind a noun that is of many things too it stands between marks. */
static bool is_named(const medium *m, const isnad_phrase *head) {
  size_t behind = head != NULL ? head->first + head->count : m->at;
  if (head == NULL || m->cited.last <= behind) return false;
  if (!has(m, head->first, ISNAD_QUOTE_WORDS_ROLE_VAGUE) || !cited_is_word(m->s, m->unit, behind)) return true;
  return !note_is_definite(m->s, m->unit, behind) && !note_has_hit(m->unit, behind, ISNAD_TABLE_PLACES); /* "the programme | of Korea" */
}

/* A medium by its name, or behind a head noun that takes one; no platform, and no word of every day. */
static bool read_medium(medium *m) {
  const isnad_phrase *outlet = note_hit_at(m->unit, m->at, ISNAD_TABLE_OUTLETS), *head = note_hit_at(m->unit, m->at, ISNAD_TABLE_HEADS);
  if (head != NULL && (isnad_heads_rows[head->row].kind > ISNAD_HEADS_KIND_OUTLET || isnad_heads_rows[head->row].takes != ISNAD_HEADS_TAKES_NAME))
    head = NULL;
  if (outlet == NULL && head == NULL) return false;
  m->cited = (cited){0};
  if (!cited_read(m->s, m->unit, m->at, false, &m->cited) || m->cited.first != m->at) return false;
  if (m->cited.kind != ISNAD_SOURCE_AGENCY && m->cited.kind != ISNAD_SOURCE_OUTLET) return false;
  if (m->cited.named.id.length == 0 && !is_named(m, head)) return false;
  find_joined(m, head != NULL && (outlet == NULL || head->cut >= outlet->cut) ? head : outlet);
  return m->before > m->unit->first;
}

void source_medium(note_scan *s, const note_unit *unit, size_t at, size_t sorted) {
  medium m = {.s = s, .unit = unit, .at = at};
  if (at == unit->first || !note_is_medium(unit, at) || cited_over(s, sorted, cited_token(s, at)->span) != NULL) return;
  if (!read_medium(&m) || cited_over(s, sorted, m.cited.named.span) != NULL || !is_carrier(&m, sorted)) return;
  note_add_source(s, &(isnad_source_note){.span = m.cited.named.span, .named = m.cited.named, .kind = m.cited.kind, .scope = ISNAD_SCOPE_SENTENCE});
}
