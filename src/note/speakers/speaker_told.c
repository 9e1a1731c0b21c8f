/* What one bare noun means, by the words with which the article tells of it: "the court", of "a German court"; "a study", of "a study that
 * researchers of the university X made". It is asked when all is read. */
#include "note/sources/citation.h"
#include "note/speakers/speaker_bearing.h"

#include <string.h>

enum { FAR = 700, ARTICLE = 2 * WORD_LETTER };

static isnad_slice cut_at(isnad_slice form, size_t bytes) { return (isnad_slice){form.bytes + bytes, form.length - bytes}; }

static isnad_slice form_at(const quote_scan *q, size_t at) { return isnad_token_form(&q->s->page->tokens, at); }

static bool is_word(const note_unit *unit, const isnad_tokens *tokens, size_t at) {
  return at < unit->last && tokens->items[at].kind == ISNAD_TOKEN_WORD;
}

static bool is_document(const note_unit *unit, size_t at) {
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  return head != NULL && head->count == 1 && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT;
}

static bool is_medium(const note_unit *unit, size_t at) {
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  return head != NULL && (isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_AGENCY || isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_OUTLET);
}

/* A name that begins inside a token and is told by itself, no noun phrase. */
static const isnad_name_note *name_at(const quote_scan *q, size_t at) {
  const isnad_token *token = quote_token(q, at);
  size_t i = note_name_from(q->s, token->span.begin);
  const isnad_name_note *longest = NULL;
  for (; i < q->s->name_count && q->s->names[i].span.begin < token->span.end; i++) {
    const isnad_name_note *name = &q->s->names[i];
    if (name->form == ISNAD_FORM_NAME && (longest == NULL || name->span.end > longest->span.end)) longest = name;
  }
  return longest;
}

static bool is_body(const isnad_name_note *name) {
  return name != NULL && (name->type == ISNAD_NAME_ORGANIZATION || name->type == ISNAD_NAME_OUTLET || name->type == ISNAD_NAME_FACILITY);
}

/* "German", "scientific", "recent" behind a noun without its article; of a feminine noun it ends in teh marbuta. */
static bool describes(const quote_scan *q, const note_unit *unit, size_t at, bool feminine) {
  if (!is_word(unit, &q->s->page->tokens, at) || note_is_definite(q->s, unit, at) || note_has_hit(unit, at, ISNAD_TABLE_VERBS)) return false;
  if (note_has_hit(unit, at, ISNAD_TABLE_NUMBERS) || note_has_hit(unit, at, ISNAD_TABLE_UNITS)) return false;
  isnad_slice form = form_at(q, at);
  const isnad_phrase *place = note_hit_at(unit, at, ISNAD_TABLE_PLACES);
  bool nation = place != NULL && place->cut == 0 && place->cell == ISNAD_PLACES_CELL_ADJECTIVES;
  if (feminine != word_ends(form, LETTER_HEH)) return false;
  if (nation || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_DESCRIBES) || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_RANKS)) return true;
  if (note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT) || form.length < 4 * WORD_LETTER || isnad_arabic_proclitics(form) > 0) return false;
  if (word_letter_at(form, 0, LETTER_YEH)) return false; /* "a speech | holds": no country of the tables */
  return feminine ? word_ends_in(form, LETTER_YEH, LETTER_HEH) : word_ends(form, LETTER_YEH);
}

/* "In Moscow", "in the ministry": the preposition and the name behind it; `at` when there is none. */
static size_t behind_place(const quote_scan *q, const note_unit *unit, size_t at) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  if (!is_word(unit, tokens, at) || !is_word(unit, tokens, at + 1)) return at;
  isnad_slice form = form_at(q, at);
  bool in = form.length == 2 * WORD_LETTER && word_begins(form, LETTER_FEH, LETTER_YEH);
  const isnad_name_note *name = in ? name_at(q, at + 1) : NULL;
  bool place = name != NULL && (name->type == ISNAD_NAME_PLACE || is_body(name));
  return place ? isnad_tokens_seek(tokens, name->span.end) : at;
}

/* "Of the paper | "X"", "of the company | X": li on the noun of a body or a medium, and its name. */
static size_t behind_headed(const quote_scan *q, const note_unit *unit, size_t at) {
  enum { MOST = 8 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS), *body = note_hit_at(unit, at, ISNAD_TABLE_ORG_HEADS);
  bool li = (head != NULL && head->cut == WORD_LETTER) || (body != NULL && body->cut == WORD_LETTER);
  if (!li || !word_letter_at(form_at(q, at), 0, LETTER_LAM) || at + 1 >= unit->last) return at;
  if (tokens->items[at + 1].kind == ISNAD_TOKEN_QUOTE) {
    for (size_t i = at + 3; i < unit->last && i < at + MOST; i++)
      if (tokens->items[i].kind == ISNAD_TOKEN_QUOTE) return i;
    return at;
  }
  const isnad_name_note *name = name_at(q, at + 1);
  return is_body(name) ? isnad_tokens_seek(tokens, name->span.end) : at;
}

/* "That researchers of the university X | made": behind a verb with the document's pronoun, up to the body that is named near. */
static size_t behind_makers(const quote_scan *q, const note_unit *unit, size_t at, bool feminine) {
  enum { NEAR = 9 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  if (!is_word(unit, tokens, at)) return at;
  isnad_slice form = form_at(q, at);
  bool its = feminine ? word_ends_in(form, LETTER_HEH, LETTER_ALEF) : word_ends(form, LETTER_HEH);
  bool past = its && form.length >= 5 * WORD_LETTER && !note_is_definite(q->s, unit, at) && !note_has_hit(unit, at, ISNAD_TABLE_HEADS);
  bool li = word_letter_at(form, 0, LETTER_LAM) && is_body(name_at(q, at)) && name_at(q, at)->span.begin > quote_token(q, at)->span.begin;
  if (li) return isnad_tokens_seek(tokens, name_at(q, at)->span.end);
  size_t headed = behind_headed(q, unit, at);
  if (headed > at) return headed;
  if (word_is_letter(form, LETTER_LAM) && at + 1 < unit->last && is_body(name_at(q, at + 1)))
    return isnad_tokens_seek(tokens, name_at(q, at + 1)->span.end); /* li by itself */
  for (size_t i = at + 1; past && i < at + NEAR && is_word(unit, tokens, i); i++) {
    if (note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_THAT)) return at;
    const isnad_name_note *name = name_at(q, i);
    if (is_body(name)) return isnad_tokens_seek(tokens, name->span.end);
  }
  return at;
}

/* "Reports | last week". */
static bool is_time(const note_unit *unit, size_t at) {
  return note_has_hit(unit, at, ISNAD_TABLE_TIME_WORDS) || note_has_hit(unit, at, ISNAD_TABLE_WEEKDAYS) ||
         note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
}

/* The token behind the words that go on the noun: where it is of, what it is, where it sits, who made it. */
static size_t phrase_end(const quote_scan *q, const note_unit *unit, size_t at) {
  enum { ADJECTIVES = 2, DEFINITE = 3 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  bool feminine = word_ends(form_at(q, at), LETTER_HEH);
  size_t end = at + 1;
  const isnad_name_note *of = is_word(unit, tokens, end) ? name_at(q, end) : NULL;
  if (is_body(of) && of->span.begin == quote_token(q, end)->span.begin) return isnad_tokens_seek(tokens, of->span.end);
  bool town = of != NULL && of->type == ISNAD_NAME_PLACE && of->span.begin == quote_token(q, end)->span.begin; /* "the police of | Toronto" */
  if (town && !is_document(unit, at) && !is_medium(unit, at) && !note_is_definite(q->s, unit, at)) return isnad_tokens_seek(tokens, of->span.end);
  if (is_word(unit, tokens, end) && note_is_definite(q->s, unit, end)) {
    while (is_word(unit, tokens, end) && end <= at + DEFINITE && note_is_definite(q->s, unit, end) && !is_time(unit, end)) end++;
    return end == at + 2 ? at + 1 : end; /* one definite word may be what it did */
  }
  for (size_t n = 0; n < ADJECTIVES && describes(q, unit, end, feminine); n++) end++;
  return is_document(unit, at) ? behind_makers(q, unit, end, feminine) : behind_place(q, unit, end);
}

/* The noun without its article, alone or behind a proclitic. */
static size_t head_cut(isnad_slice form, isnad_slice head) {
  if (isnad_slice_equal(form, head)) return 0;
  bool one = form.length == head.length + WORD_LETTER &&
             (word_letter_at(form, 0, LETTER_WAW) || word_letter_at(form, 0, LETTER_FEH) || word_letter_at(form, 0, LETTER_BEH) ||
              word_letter_at(form, 0, LETTER_LAM) || word_letter_at(form, 0, LETTER_KAF));
  return one && isnad_slice_equal(cut_at(form, WORD_LETTER), head) ? WORD_LETTER : SIZE_MAX;
}

/* "The organization | "Fight for 15"": the words in marks right behind the noun. */
static isnad_span in_marks(const quote_scan *q, const note_unit *unit, size_t noun, size_t at) {
  enum { MOST = 8 };
  const isnad_token *tokens = q->s->page->tokens.items;
  if (at >= unit->last || tokens[at].kind != ISNAD_TOKEN_QUOTE || unit->headline || is_document(unit, noun) ||
      !(note_has_hit(unit, noun, ISNAD_TABLE_ORG_HEADS) || is_medium(unit, noun)))
    return (isnad_span){0, 0};
  for (size_t i = at + 2; i < unit->last && i < at + MOST; i++)
    if (tokens[i].kind == ISNAD_TOKEN_QUOTE) return (isnad_span){tokens[at + 1].span.begin, tokens[i - 1].span.end};
  return (isnad_span){0, 0};
}

/* What the article told of a noun: words, and who it is where the names know. */
typedef struct told {
  isnad_slice words, entity;
} told;

/* "An agency | of the intelligence and security of the Netherlands", "a programme | #account_of_the_citizen", "a committee | made up of judges": the
 * words behind a noun without its article that the names or the readers of phrases know. */
static size_t longer_end(const quote_scan *q, const note_unit *unit, size_t at) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  if (at + 1 >= unit->last) return at;
  if (cited_is_mark(q->s, at + 1, "#")) return cited_tag_end(q->s, unit, at + 1);
  if (!is_word(unit, tokens, at + 1) || is_time(unit, at + 1) || note_has_hit(unit, at + 1, ISNAD_TABLE_TITLES)) return at;
  isnad_slice next = form_at(q, at + 1);
  bool verbal = word_letter_at(next, 0, LETTER_TEH) || word_letter_at(next, 0, LETTER_YEH); /* "a movement | that helps women" */
  bool given = is_document(unit, at) && word_letter_at(next, 0, LETTER_LAM);                /* "a report | for the spy" */
  if (verbal || given) return at;
  size_t end = cited_construct_end(q->s, unit, at + 1);
  bool governed = end == at + 1 && note_is_definite(q->s, unit, at + 1) && cited_adjective_at(q->s, at + 1) == CITED_NO_ADJECTIVE;
  if (governed) end = at + 2;
  if (end > at + 1) end = cited_complement_end(q->s, unit, at, end, unit->last);
  return end > at + 1 ? end : at;
}

/* The body whose name begins with the noun at a token, as the names have it. */
static const isnad_name_note *body_at(const quote_scan *q, const note_unit *unit, size_t at, size_t cut) {
  const isnad_token *token = quote_token(q, at);
  const isnad_name_note *found = NULL;
  for (size_t i = note_name_from(q->s, token->span.begin); i < q->s->name_count && q->s->names[i].span.begin < token->span.end; i++) {
    const isnad_name_note *name = &q->s->names[i];
    bool begins = cut == 0 ? name->span.begin == token->span.begin : name->span.begin > token->span.begin;
    if (begins && is_body(name) && name->span.end > token->span.end && name->canonical.length > 0) found = name;
  }
  if (found != NULL && found->entity.length == 0) return NULL;
  return found != NULL && speaker_is_of_state(unit, at) && !speaker_tells_where(q, unit, at, found) ? NULL : found;
}

/* What the article told of the noun last before a token, when it is more than the noun. */
static told told_before(const quote_scan *q, size_t before, isnad_slice head) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  for (size_t at = before; at > 0 && at + FAR > before; at--) {
    size_t cut = tokens->items[at - 1].kind == ISNAD_TOKEN_WORD ? head_cut(isnad_token_form(tokens, at - 1), head) : SIZE_MAX;
    const note_unit *unit = cut == SIZE_MAX ? NULL : note_unit_of(q->s, at - 1);
    if (unit == NULL || (!note_has_hit(unit, at - 1, ISNAD_TABLE_ORG_HEADS) && !is_document(unit, at - 1) && !is_medium(unit, at - 1))) continue;
    const isnad_name_note *body = body_at(q, unit, at - 1, cut);
    size_t end = phrase_end(q, unit, at - 1);
    if (body != NULL && (end <= at || tokens->items[end - 1].span.end <= body->span.end)) return (told){body->canonical, body->entity};
    size_t called = at < unit->last && note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_CALLED) ? at + 1 : at;
    isnad_span marked = in_marks(q, unit, at - 1, called);
    if (marked.end > 0) return (told){note_name_text(q->s, marked), {NULL, 0}};
    if (end <= at && !speaker_is_of_state(unit, at - 1)) end = longer_end(q, unit, at - 1);
    if (end <= at) continue;
    uint32_t begin = cut == 0 ? tokens->items[at - 1].span.begin : isnad_token_source(tokens, at - 1, cut);
    return (told){note_name_text(q->s, (isnad_span){begin, tokens->items[end - 1].span.end}), {NULL, 0}};
  }
  return (told){{NULL, 0}, {NULL, 0}};
}

isnad_slice speaker_told_noun(const quote_scan *q, size_t at, isnad_slice noun) {
  const note_unit *unit = note_unit_of(q->s, at);
  told before = told_before(q, at, noun);
  if (before.words.length > 0 || unit == NULL) return before.words;
  const isnad_name_note *named = speaker_named_with(q->s, noun, speaker_is_of_state(unit, at));
  return named != NULL ? named->canonical : (isnad_slice){NULL, 0};
}

/* A body, an office or a document; nobody whom the article leaves unnamed, and no person. */
static bool may_be_told(const note_unit *unit, size_t at) {
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS), *body = note_hit_at(unit, at, ISNAD_TABLE_ORG_HEADS);
  if (note_has_hit(unit, at, ISNAD_TABLE_TITLES)) return false;
  if (head != NULL)
    return isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT || isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_OFFICIAL ||
           isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_AGENCY || isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_OUTLET;
  return body != NULL && isnad_org_heads_rows[body->row].type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION;
}

/* Where the one word by which an unsaid subject is called stood last before what he said. */
static size_t word_before(const quote_scan *q, const isnad_quote_note *quote) {
  enum { NEAR = 60 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  if (memchr(quote->canonical.bytes, ' ', quote->canonical.length) != NULL) return SIZE_MAX;
  size_t last = isnad_tokens_seek(tokens, quote->span.begin);
  for (size_t at = last; at > 0 && at + NEAR > last; at--)
    if (isnad_slice_equal(isnad_slice_at(q->s->page->text, tokens->items[at - 1].span), quote->canonical)) return at - 1;
  return SIZE_MAX;
}

static told told_of(const quote_scan *q, const isnad_quote_note *quote) {
  told none = {{NULL, 0}, {NULL, 0}};
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t at = quote->speaker.end > 0 ? isnad_tokens_seek(tokens, quote->speaker.begin + 1) - 1 : word_before(q, quote);
  isnad_span speaker = quote->speaker.end > 0 || at >= tokens->count ? quote->speaker : tokens->items[at].span;
  if (at >= tokens->count || tokens->items[at].span.end != speaker.end) return none;
  const note_unit *unit = note_unit_of(q->s, at);
  if (unit == NULL || !isnad_slice_equal(note_name_text(q->s, speaker), quote->canonical)) return none;
  isnad_slice form = isnad_token_form(tokens, at);
  if (speaker_is_unnamed(unit, at, form)) return (told){speaker_told_people(q, at, form), {NULL, 0}};
  if (!may_be_told(unit, at)) return none;
  bool definite = word_begins(form, LETTER_ALEF, LETTER_LAM) || word_begins(form, LETTER_LAM, LETTER_LAM); /* "according to the report" */
  if (definite && form.length > ARTICLE + WORD_LETTER) {
    told before = told_before(q, at, cut_at(form, ARTICLE));
    const isnad_name_note *named = before.words.length == 0 ? speaker_named_with(q->s, cut_at(form, ARTICLE), speaker_is_of_state(unit, at)) : NULL;
    return named != NULL ? (told){named->canonical, named->entity} : before;
  }
  if (!is_document(unit, at)) return none;
  size_t end = phrase_end(q, unit, at);
  bool whole = end > at + 1 && tokens->items[end - 1].span.end <= quote->span.begin;
  return whole ? (told){note_name_text(q->s, (isnad_span){speaker.begin, tokens->items[end - 1].span.end}), {NULL, 0}} : none;
}

void speaker_settle_told(quote_scan *q) {
  enum { MOST = 32 };
  size_t asked = 0;
  isnad_slice last = {NULL, 0};
  told found = {{NULL, 0}, {NULL, 0}};
  for (size_t i = 0; i < q->s->quote_count && asked < MOST; i++) {
    isnad_quote_note *quote = &q->s->quotes[i];
    if (quote->entity.length > 0 || quote->canonical.length == 0) continue;
    if (!isnad_slice_equal(last, quote->canonical)) {
      last = quote->canonical;
      found = told_of(q, quote);
      asked++;
    }
    if (found.words.length == 0) continue;
    quote->canonical = found.words;
    quote->entity = found.entity;
  }
}

/* "The press office", of "the press office of the police of Moscow", which spoke before. */
void speaker_take_fuller(const quote_scan *q, quote_speaker *out) {
  const quote_speaker *before;
  bool known = out->entity.length > 0 && out->entity.bytes[0] != '@';
  if (known || memchr(out->canonical.bytes, ' ', out->canonical.length) == NULL) return;
  for (size_t i = 0; (before = speaker_earlier(q, i)) != NULL; i++) {
    bool fuller = before->kind == SPEAKER_BODY && before->canonical.length > out->canonical.length + 1 &&
                  isnad_slice_starts(before->canonical, out->canonical) && before->canonical.bytes[out->canonical.length] == ' ';
    if (!fuller) continue;
    out->entity = before->entity;
    out->canonical = before->canonical;
    out->name = before->name;
    return;
  }
}
