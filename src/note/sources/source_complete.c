/* Where the words of a source end, whoever read it: without the helpers of its verb, with what a body is for, with the rank of an unnamed source and
 * the clause that keeps its name back. */
#include "note/quotes/quote.h"
#include "note/sources/citation.h"

/* The unit in which a token stands, going on from *unit: citations are in page order as the units are. */
static const note_unit *unit_at(const note_scan *s, size_t at, size_t *unit) {
  while (*unit < s->unit_count && s->units[*unit].last <= at) ++*unit;
  return *unit < s->unit_count && s->units[*unit].first <= at ? &s->units[*unit] : NULL;
}

static void end_at(const note_scan *s, isnad_source_note *source, size_t last) {
  uint32_t end = s->page->tokens.items[last - 1].span.end, before = source->named.span.end;
  if (end == before || end <= source->named.span.begin) return;
  source->named.span.end = end;
  source->named.name = note_name_text(s, source->named.span);
  if (source->span.end == before || source->span.end < end) source->span.end = end;
}

/* No table knows it: the article alone gave it an id, or none. */
static bool is_unlisted(const isnad_source_note *source) { return source->named.id.length == 0 || source->named.id.bytes[0] == '@'; }

/* A proclitic that tatweel parts from its word: "sources told | "the channel"". */
static bool is_lone_letter(const note_scan *s, size_t at) {
  return cited_token(s, at)->kind == ISNAD_TOKEN_WORD && cited_token(s, at)->length <= WORD_LETTER;
}

/* A name of the article that begins inside the words reaches token `last`: a surname that is written like a small word ("Liu | He"). */
static bool ends_name(const note_scan *s, size_t first, size_t last) {
  uint32_t end = s->page->tokens.items[last - 1].span.end;
  for (size_t at = first; at < last; at++) {
    const isnad_name_note *name = note_name_at(s, at);
    if (name != NULL && name->form == ISNAD_FORM_NAME && name->span.begin >= s->page->tokens.items[at].span.begin && name->span.end == end)
      return true;
  }
  return false;
}

/* "The paper X | has then": a helper of the verb behind it ends no name. */
static size_t without_helpers(const note_scan *s, const note_unit *u, size_t first, size_t last) {
  while (last > first + 1 && (note_has_word(u, last - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS) || is_lone_letter(s, last - 1)) && !ends_name(s, first, last))
    last--;
  return last;
}

/* "Not | official", "half | official": an adjective, and its first word. */
static bool is_denied(const note_scan *s, const note_unit *u, size_t at, bool definite) {
  const isnad_phrase *un = note_word_at(u, at, ISNAD_QUOTE_WORDS_ROLE_UN);
  if (un == NULL || un->cut > 0 || !cited_is_word(s, u, at + 1) || note_is_definite(s, u, at + 1) != definite) return false;
  return cited_adjective_at(s, at + 1) != CITED_NO_ADJECTIVE;
}

/* "High-ranking", "prominent": what a source without a name is besides. */
static size_t rank_end(const note_scan *s, const note_unit *u, size_t at) {
  bool definite = at > u->first && note_is_definite(s, u, at - 1);
  for (size_t first = at;;) {
    const isnad_phrase *rank = note_word_at(u, at, ISNAD_QUOTE_WORDS_ROLE_RANKS);
    if (is_denied(s, u, at, definite)) { /* "unconfirmed" */
      at += 2;
      continue;
    }
    bool linked =
        rank != NULL && at > first && rank->cut == WORD_LETTER && word_letter_at(cited_form(s, at), 0, LETTER_WAW); /* "present | and former" */
    if (rank == NULL || (rank->cut > 0 && !linked) || note_is_definite(s, u, at) != definite) return at;
    at += rank->count;
  }
}

/* "Who asked not to be named": from the verb to the name or identity that is kept back. Its end; `at` when there is none. */
static size_t anonymity_end(const note_scan *s, const note_unit *u, size_t at) {
  enum { MOST = 7 };
  size_t first = at < u->last && s->page->tokens.items[at].kind == ISNAD_TOKEN_PUNCT ? at + 1 : at;
  if (!note_has_word(u, first, ISNAD_QUOTE_WORDS_ROLE_WITHHOLDS) && !note_has_word(u, first, ISNAD_QUOTE_WORDS_ROLE_BOILERPLATE)) return at;
  for (size_t i = first + 1; i < u->last && i < first + MOST && s->page->tokens.items[i].kind == ISNAD_TOKEN_WORD; i++)
    if (note_has_word(u, i, ISNAD_QUOTE_WORDS_ROLE_IDENTITY)) return i + 1;
  return at;
}

/* A source whose name nobody gives: the words that say so belong to it. */
static void keep_back(const note_scan *s, const note_unit *u, isnad_source_note *source, size_t last) {
  if (source->named.id.length > 0 || (source->kind != ISNAD_SOURCE_OFFICIAL && source->kind != ISNAD_SOURCE_ANONYMOUS)) return;
  size_t ranked = rank_end(s, u, last), end = anonymity_end(s, u, ranked);
  if (end > ranked) source->kind = ISNAD_SOURCE_ANONYMOUS;
  if (end > last) end_at(s, source, end);
}

/* Speakers are read without the heads of sources: "the scientists" are nobody who is named. "An official" is nobody either until he is named; "the
 * official | of the press" holds an office. */
static void tell_unnamed(const note_scan *s, const note_unit *u, isnad_source_note *source, size_t first) {
  const isnad_phrase *head = note_hit_at(u, first, ISNAD_TABLE_HEADS), *title = note_hit_at(u, first, ISNAD_TABLE_TITLES);
  bool whole = head != NULL && (head->cut == 0 || head->span.begin == source->named.span.begin); /* "according to | officials" */
  if (whole && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_UNNAMED) {
    isnad_slice noun = cited_form(s, first);
    bool many = word_ends(noun, LETTER_WAW) || word_ends(noun, LETTER_YEH) || word_ends_in(noun, LETTER_WAW, LETTER_NOON) ||
                word_ends_in(noun, LETTER_YEH, LETTER_NOON); /* "the officials | of the university" */
    bool office = cited_is_word(s, u, first + 1) && note_is_definite(s, u, first + 1) && head->count == 1 && !many;
    if (source->kind == ISNAD_SOURCE_OFFICIAL && source->named.id.length == 0 && !office) source->kind = ISNAD_SOURCE_ANONYMOUS;
    return;
  }
  if (head != NULL && title != NULL && title->count > head->count) { /* the deputy of somebody holds an office, whoever he is */
    bool office = isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_OFFICE && isnad_titles_rows[title->row].number == ISNAD_TITLES_NUMBER_S;
    if (office && source->kind == ISNAD_SOURCE_ANONYMOUS && source->named.rule.table == ISNAD_TABLE_VERBS) source->kind = ISNAD_SOURCE_OFFICIAL;
    return;
  }
  bool spoken = source->named.rule.table == ISNAD_TABLE_VERBS && source->kind == ISNAD_SOURCE_OFFICIAL && source->named.id.length == 0;
  if (spoken && head != NULL && head->cut == 0 && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_ANONYMOUS)
    source->kind = ISNAD_SOURCE_ANONYMOUS;
}

/* A body that every state has, named without its state. */
static bool is_any(const isnad_source_note *source) { return isnad_slice_starts(source->named.id, isnad_slice_of("org.any.")); }

/* Behind a verb that takes ba or "from" only what "that", a mark or the end of the sentence follows belongs to its subject. */
static bool may_belong(const note_scan *s, const note_unit *u, const isnad_source_note *source, size_t end, size_t at) {
  size_t verb = isnad_tokens_seek(&s->page->tokens, source->span.begin + 1);
  const isnad_phrase *hit = verb > u->first ? note_hit_at(u, verb - 1, ISNAD_TABLE_VERBS) : NULL;
  bool told = hit != NULL && isnad_verbs_rows[hit->row].force == ISNAD_VERBS_FORCE_TELLS; /* "sources told | Reuters" */
  if (told && note_has_hit(u, end, ISNAD_TABLE_OUTLETS)) return false;
  bool writes = hit != NULL && isnad_verbs_rows[hit->row].force == ISNAD_VERBS_FORCE_WRITES; /* "the researchers wrote | in the journal X" */
  if (writes && note_has_word(u, end, ISNAD_QUOTE_WORDS_ROLE_IN) && note_is_medium(u, end + 1)) return false;
  if (hit == NULL || at >= u->last || !cited_is_word(s, u, at)) return true;
  switch (isnad_verbs_rows[hit->row].also) {
  case ISNAD_VERBS_ALSO_BI:
  case ISNAD_VERBS_ALSO_OBJECT_BI:
  case ISNAD_VERBS_ALSO_BI_OBJECT: /* "believed | the people of X | in" */
    return note_has_word(u, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || cited_begins_with_ba(s, at);
  case ISNAD_VERBS_ALSO_MIN: /* "warned | experts of weather | of a wave" */
    return note_has_word(u, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || note_has_word(u, at, ISNAD_QUOTE_WORDS_ROLE_OF);
  case ISNAD_VERBS_ALSO_OBJECT: /* "experts criticised | the decision" */
    return !cited_is_word(s, u, end) || !word_begins(cited_form(s, end), LETTER_ALEF, LETTER_LAM) ||
           note_has_word(u, at, ISNAD_QUOTE_WORDS_ROLE_THAT);
  default:
    return true;
  }
}

/* Where the source belongs, whose it is. */
static size_t with_complement(const note_scan *s, const note_unit *u, const isnad_source_note *source, size_t first, size_t end) {
  if (!is_unlisted(source) && !is_any(source)) return end;
  size_t behind = cited_complement_end(s, u, first, end, u->last);
  return behind > end && may_belong(s, u, source, end, behind) ? behind : end;
}

/* "A diplomat in | reference to": a preposition whose complement is no place to belong to ends no phrase. */
static size_t without_preposition(const note_unit *u, size_t first, size_t end) {
  while (end > first + 1) {
    const isnad_phrase *in = note_word_at(u, end - 1, ISNAD_QUOTE_WORDS_ROLE_IN);
    if (in == NULL || in->cut > 0 || in->count > 1) break;
    end--;
  }
  return end;
}

/* The verb that opens the citation, or NULL. */
static const isnad_verbs_row *verb_of(const note_scan *s, const note_unit *u, const isnad_source_note *source) {
  size_t verb = isnad_tokens_seek(&s->page->tokens, source->span.begin + 1);
  const isnad_phrase *hit = verb > u->first ? note_hit_at(u, verb - 1, ISNAD_TABLE_VERBS) : NULL;
  return hit != NULL ? &isnad_verbs_rows[hit->row] : NULL;
}

size_t source_without_matter(const note_scan *s, const note_unit *u, const isnad_source_note *source, size_t first, size_t end) {
  const isnad_phrase *head = note_hit_at(u, first, ISNAD_TABLE_HEADS);
  const isnad_verbs_row *verb = verb_of(s, u, source);
  size_t behind = head != NULL ? head->first + head->count : end;
  if (behind >= end || !cited_is_word(s, u, end) || note_is_definite(s, u, first)) return end;
  if (word_letter_at(cited_form(s, end), 0, LETTER_BEH) && note_has_word(u, end - 1, ISNAD_QUOTE_WORDS_ROLE_DESCRIBED)) return end - 1;
  if (verb == NULL || !note_is_definite(s, u, end - 1) || note_has_hit(u, behind, ISNAD_TABLE_PLACES)) return end;
  bool ascribed = verb->also == ISNAD_VERBS_ALSO_OBJECT_ILA && note_has_word(u, end, ISNAD_QUOTE_WORDS_ROLE_TO);
  bool estimated = verb->also == ISNAD_VERBS_ALSO_OBJECT && verb->force == ISNAD_VERBS_FORCE_ESTIMATES && cited_begins_with_ba(s, end);
  return ascribed || estimated ? behind : end;
}

/* "Observers explained | the refusal of X": an indefinite plural that keeps its nun governs nothing, so a noun behind it is of the verb. */
static size_t without_object(const note_scan *s, const note_unit *u, size_t first, size_t end) {
  const isnad_phrase *head = note_hit_at(u, first, ISNAD_TABLE_HEADS);
  if (head == NULL || head->count > 1 || end < first + 2 || note_is_definite(s, u, first)) return end;
  isnad_slice next = cited_form(s, first + 1);
  bool plural = word_ends_in(cited_form(s, first), LETTER_WAW, LETTER_NOON);
  bool adjective =
      word_ends_in(next, LETTER_WAW, LETTER_NOON) || note_has_hit(u, first + 1, ISNAD_TABLE_PLACES) || note_has_hit(u, first + 1, ISNAD_TABLE_HEADS);
  bool tied = note_has_word(u, first + 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) || !cited_is_word(s, u, first + 1) ||
              word_letter_at(next, 0, LETTER_BEH) || word_letter_at(next, 0, LETTER_WAW) || word_letter_at(next, 0, LETTER_LAM);
  return plural && !adjective && !tied && note_has_word(u, first + 1, ISNAD_QUOTE_WORDS_ROLE_OBJECT) ? first + 1 : end;
}

/* "The commission for refugees, | that belongs": behind the name of a body that the tables know an adjective without its complement. */
static void leave_engaged(const note_scan *s, const note_unit *u, isnad_source_note *source, size_t first, size_t last) {
  if (is_unlisted(source) || last < first + 3 || !note_has_word(u, last - 1, ISNAD_QUOTE_WORDS_ROLE_ENGAGED)) return;
  uint32_t before = source->named.span.end;
  bool plain = isnad_slice_equal(source->named.name, isnad_slice_at(s->page->text, source->named.span)); /* its words, no row's name */
  source->named.span.end = s->page->tokens.items[last - 2].span.end;
  if (plain) source->named.name = isnad_slice_at(s->page->text, source->named.span);
  if (source->span.end == before) source->span.end = source->named.span.end;
}

/* Where the words of a source end that the readers of phrases left open, whoever read it. */
static void complete(const note_scan *s, isnad_source_note *source, size_t *unit) {
  const isnad_tokens *tokens = &s->page->tokens;
  size_t first = isnad_tokens_seek(tokens, source->named.span.begin + 1), last = isnad_tokens_seek(tokens, source->named.span.end);
  first = first > 0 ? first - 1 : 0;
  const note_unit *u = unit_at(s, first, unit);
  if (u == NULL || last <= first || last > u->last) return;
  size_t end = without_helpers(s, u, first, last);
  bool body = source->kind == ISNAD_SOURCE_OFFICIAL && is_unlisted(source) && end > first + 1 &&
              (note_is_definite(s, u, end - 1) || note_has_hit(u, end - 1, ISNAD_TABLE_PLACES));
  if (body) end = cited_purpose_end(s, u, end);
  end = with_complement(s, u, source, first, source->named.id.length == 0 ? rank_end(s, u, end) : end);
  bool people = source->kind == ISNAD_SOURCE_ANONYMOUS || source->kind == ISNAD_SOURCE_OFFICIAL; /* of a medium it may be a letter: BFM TV */
  if (people) end = without_preposition(u, first, end);
  if (people && source->named.id.length == 0) end = source_without_matter(s, u, source, first, without_object(s, u, first, end));
  while (people && end > first + 1 && word_is_letter(cited_form(s, end - 1), LETTER_LAM)) end--; /* "an informed source told | "the channel"" */
  if (end != last) end_at(s, source, end);
  leave_engaged(s, u, source, first, end);
  tell_unnamed(s, u, source, first);
  keep_back(s, u, source, end);
}

void source_complete(note_scan *s) {
  size_t unit = 0;
  for (size_t i = 0; i < s->source_count; i++)
    if (s->sources[i].kind != ISNAD_SOURCE_CREDIT) complete(s, &s->sources[i], &unit);
}
