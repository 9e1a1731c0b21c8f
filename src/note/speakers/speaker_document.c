/* Whose a document is that is told of with the article: "the statement", of the body that spoke in one; "the report", of whoever put it forth. */
#include "note/speakers/speaker.h"

/* "In a statement": the noun in the sentence in which he spoke, before his name or behind it. */
static bool told_of(const quote_scan *q, const quote_speaker *speaker, isnad_slice noun) {
  enum { BEFORE = 10, BEHIND = 48 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t first = isnad_tokens_seek(tokens, speaker->span.begin), from = first;
  while (from > 0 && from + BEFORE > first && tokens->items[from - 1].kind != ISNAD_TOKEN_LINE &&
         !isnad_slice_equal(isnad_token_form(tokens, from - 1), isnad_slice_of(".")))
    from--;
  for (size_t at = from; at < tokens->count && at < first + BEHIND; at++) {
    isnad_slice form = isnad_token_form(tokens, at);
    if (tokens->items[at].kind == ISNAD_TOKEN_LINE || isnad_slice_equal(form, isnad_slice_of("."))) return false;
    bool accusative = form.length == noun.length + WORD_LETTER && isnad_slice_starts(form, noun) && word_ends(form, LETTER_ALEF);
    if (isnad_slice_equal(form, noun) || accusative) return true;
  }
  return false;
}

/* Whose words a body told: the statement is the body's, which stands next among those who spoke. */
static bool is_relayed_by_body(const quote_scan *q, size_t back) {
  const quote_speaker *before = speaker_earlier(q, back), *carrier = speaker_earlier(q, back + 1);
  return before->relayed && carrier != NULL && carrier->kind == SPEAKER_BODY && carrier->span.end < before->span.begin &&
         carrier->span.end + 200 > before->span.begin;
}

/* "The statement": the latest who is one, who spoke in one, or who is a body; else whoever spoke last and is no medium. */
const quote_speaker *speaker_issuing(const quote_scan *q, isnad_slice noun) {
  const quote_speaker *before;
  for (size_t i = 0; (before = speaker_earlier(q, i)) != NULL; i++) /* first the body that spoke in one */
    if (isnad_slice_equal(before->head, noun) || ((before->kind == SPEAKER_BODY || before->kind == SPEAKER_PLACE) && told_of(q, before, noun)))
      return before;
  for (size_t i = 0; (before = speaker_earlier(q, i)) != NULL; i++) {
    if (isnad_slice_equal(before->head, noun) || before->kind == SPEAKER_BODY || before->kind == SPEAKER_PLACE) return before;
    if (before->kind != SPEAKER_MEDIUM && before->kind != SPEAKER_DOCUMENT && !is_relayed_by_body(q, i) && told_of(q, before, noun)) return before;
  }
  for (size_t i = 0; (before = speaker_earlier(q, i)) != NULL; i++)
    if (before->kind != SPEAKER_MEDIUM && before->kind != SPEAKER_DOCUMENT) return before;
  return NULL;
}

/* "In a report", "in its report", "put forth a report": the document as his in whose sentence it stands. */
static bool is_own_document(const isnad_tokens *tokens, size_t at, isnad_slice noun) {
  isnad_slice form = isnad_token_form(tokens, at);
  if (!isnad_slice_starts(form, noun)) return false;
  size_t more = form.length - noun.length;
  if (more == 0)
    return at > 0 && isnad_token_form(tokens, at - 1).length == 2 * WORD_LETTER && word_ends(isnad_token_form(tokens, at - 1), LETTER_YEH);
  if (more == WORD_LETTER) return word_ends(form, LETTER_HEH) || word_ends(form, LETTER_ALEF);
  return more == 2 * WORD_LETTER && word_ends_in(form, LETTER_HEH, LETTER_ALEF);
}

static bool has_written(const quote_scan *q, const quote_speaker *body, isnad_slice noun) {
  enum { FAR = 24 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  for (size_t first = isnad_tokens_seek(tokens, body->span.begin), at = first; at < tokens->count && at < first + FAR; at++) {
    if (tokens->items[at].kind == ISNAD_TOKEN_LINE || isnad_slice_equal(isnad_token_form(tokens, at), isnad_slice_of("."))) return false;
    if (is_own_document(tokens, at, noun)) return true;
  }
  return false;
}

/* "The bank said in its report ... | The report told": the body in whose sentence the document was told of. */
const quote_speaker *speaker_writing(const quote_scan *q, isnad_slice noun) {
  const quote_speaker *before;
  if (q->topic.kind == SPEAKER_BODY && q->topic.canonical.length > 0 && has_written(q, &q->topic, noun)) return &q->topic;
  for (size_t i = 0; (before = speaker_earlier(q, i)) != NULL; i++)
    if (before->kind == SPEAKER_BODY && before->entity.length > 0 && has_written(q, before, noun)) return before;
  return NULL;
}

/* "Roy Keane | one of the most famous": behind two words of which no table knows a noun. */
static bool opens_apposition(const quote_scan *q, size_t first, size_t at) {
  const isnad_phrase *one = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS);
  if (one == NULL || one->cut > 0 || isnad_heads_rows[one->row].kind != ISNAD_HEADS_KIND_ANONYMOUS || quote_is_definite(q, at)) return false;
  for (size_t i = first; i < at; i++)
    if (quote_is_definite(q, i) || speaker_is_title(q, i) || note_has_hit(q->unit, i, ISNAD_TABLE_HEADS) ||
        note_has_hit(q->unit, i, ISNAD_TABLE_ORG_HEADS))
      return false;
  return true;
}

/* A document in the accusative: what somebody puts forth. */
static bool is_sent_thing(const quote_scan *q, size_t at) {
  return quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_WRITTEN) && word_ends(speaker_form(q, at), LETTER_ALEF) && !quote_is_definite(q, at);
}

bool speaker_goes_no_further(const quote_scan *q, size_t first, size_t at) {
  return at > first + 1 && (is_sent_thing(q, at) || opens_apposition(q, first, at));
}
