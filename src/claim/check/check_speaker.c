/* Who says what is asked, and who says it on the page. */
#include "claim/check/check.h"
#include "claim/told_clash.h"

#include <string.h>

/* How much of a name two speakers must share to be one, and how much of what is asked a statement must say to be it. */
static const double one_name = 0.5, says_it = 0.5, says_most = 0.75;

/* The first statement of the sentence whose speaker is named; NULL. */
static const isnad_quote_note *asked_quote(const check_ask *ask) {
  for (size_t i = 0; i < ask->article.quote_count; i++)
    if (ask->article.quotes[i].canonical.length > 0) return &ask->article.quotes[i];
  return NULL;
}

static bool names_speaker(const check_ask *ask, const isnad_quote_note *q, const check_name *n) {
  uint32_t begin = (uint32_t)(n->words.bytes - ask->page.text.bytes);
  return begin >= q->speaker.begin && begin < q->speaker.end;
}

bool check_is_speaker(const check_ask *ask, const check_name *n) {
  const isnad_quote_note *q = asked_quote(ask);
  return q != NULL && names_speaker(ask, q, n);
}

/* Content words of a name. */
static bool name_terms(claim_terms *out, isnad_arena *arena, isnad_slice name) {
  isnad_tokens tokens;
  out->count = 0;
  if (isnad_arabic_tokens(&tokens, arena, name, NULL) != ISNAD_OK) return false;
  claim_listing listing = claim_listing_of(&tokens);
  terms_add(out, &listing, 0, tokens.count, TERMS_STATEMENT);
  terms_finish(out);
  return true;
}

/* Whether the words name the person of the id. */
static bool is_called(check_looking *l, isnad_slice id, isnad_slice words) {
  for (size_t i = 0; i < isnad_people_count; i++)
    if (isnad_slice_equal(isnad_slice_of(isnad_people_rows[i].id), id))
      return told_names_nest(l->arena, isnad_slice_of(isnad_people_rows[i].name), words);
  return false;
}

static bool is_known(isnad_slice id) { return id.length > 0 && id.bytes[0] != '@'; }

/* "org.us.": bodies of one state may be one another's parts, or names. */
static bool of_one_state(isnad_slice a, isnad_slice b) {
  enum { PREFIX = 7 };
  bool bodies = isnad_slice_starts(a, isnad_slice_of("org.")) && isnad_slice_starts(b, isnad_slice_of("org."));
  return bodies && a.length > PREFIX && b.length > PREFIX && memcmp(a.bytes, b.bytes, PREFIX) == 0;
}

/* Every word of the speaker who is asked for stands among the words. */
static bool has_all_words(check_looking *l, const isnad_quote_note *q, isnad_slice words) {
  isnad_tokens told;
  if (isnad_arabic_tokens(&told, l->scratch, words, NULL) != ISNAD_OK) return true;
  for (size_t i = isnad_tokens_seek(l->ask.tokens, q->speaker.begin); i < l->ask.tokens->count; i++) {
    bool found = false;
    if (l->ask.tokens->items[i].span.begin >= q->speaker.end) break;
    for (size_t t = 0; t < told.count; t++) found = found || check_stem(&told, t) == check_stem(l->ask.tokens, i);
    if (!found) return false;
  }
  return true;
}

/* Only by his office he is named. */
static bool is_office(const check_ask *ask, const isnad_quote_note *q) {
  for (size_t i = 0; i < ask->name_count; i++)
    if (ask->names[i].office && names_speaker(ask, q, &ask->names[i])) return true;
  return false;
}

/* By his id, by an office that he holds, or by a name in which the other is. */
static bool is_same(check_looking *l, const isnad_quote_note *q, isnad_slice speaker, isnad_slice entity) {
  claim_terms asked, told;
  if (is_known(q->entity) && isnad_slice_equal(q->entity, entity)) return true; /* "@1" is somebody else in each article */
  for (size_t i = 0; i < l->ask.name_count; i++) {
    const check_name *n = &l->ask.names[i];
    for (size_t k = 0; names_speaker(&l->ask, q, n) && k < n->id_count; k++)
      if ((is_known(entity) && isnad_slice_equal(n->ids[k], entity)) || is_called(l, n->ids[k], speaker)) return true;
  }
  if (is_known(q->entity) && is_known(entity)) return false;
  if (!name_terms(&asked, l->scratch, q->canonical) || !name_terms(&told, l->scratch, speaker)) return true;
  claim_content a = claim_content_of(&asked), b = claim_content_of(&told);
  bool same = a.count > 0 && b.count > 0 && terms_contained(terms_compare(&a, &b)) >= one_name;
  same = same && (!is_office(&l->ask, q) || has_all_words(l, q, speaker)); /* "the foreign minister of X" is no other's */
  isnad_arena_reset(l->scratch);
  return same;
}

/* Two persons, two whom tables know, or somebody without a name: a body has many names. */
static bool is_other(const check_looking *l, const isnad_quote_note *q, isnad_slice entity, bool anonymous) {
  bool known = is_known(q->entity) && is_known(entity) && !of_one_state(q->entity, entity), person = false,
       body = isnad_slice_starts(entity, isnad_slice_of("org."));
  for (size_t i = 0; i < l->ask.name_count; i++)
    person = person || (l->ask.names[i].type == ISNAD_NAME_PERSON && names_speaker(&l->ask, q, &l->ask.names[i]));
  return (person && !body) || (known && !person) || anonymous; /* a person may speak for the body */
}

/* How much of what is asked the statement says. */
static double says(const check_looking *l, const isnad_quote_note *q, const check_page *page, const check_quote *told) {
  size_t first = isnad_tokens_seek(&page->tokens, told->span.begin), last = isnad_tokens_seek(&page->tokens, told->span.end);
  unsigned all = 0, has = 0;
  for (size_t i = 0; i < l->ask.word_count; i++) {
    const check_word *w = &l->ask.words[i];
    uint32_t begin = l->ask.tokens->items[w->first].span.begin;
    if (begin < q->span.begin || begin >= q->span.end) continue;
    all += w->weight;
    if (check_word_in(w, page, first, last)) has += w->weight;
  }
  return all > 0 ? (double)has / all : 1;
}

/* The statement of the scene that says most of it; NULL: none says enough. */
static const check_quote *told_quote(const check_looking *l, const isnad_quote_note *q, const check_scene *scene) {
  const check_page *page = scene->page;
  const check_sentence *s = &page->sentences[scene->sentence];
  const check_quote *best = NULL;
  double most = says_it;
  for (size_t i = 0; i < page->quote_count; i++) {
    const check_quote *told = &page->quotes[i];
    if (told->span.end <= s->span.begin || told->span.begin >= s->span.end) continue;
    double much = says(l, q, page, told);
    if (much < most || (best != NULL && much == most && best->speaker.length > 0)) continue;
    best = told;
    most = much;
  }
  return best;
}

/* All words of the speaker stand in the scene. */
static bool is_spelled(const check_looking *l, const isnad_quote_note *q, const check_scene *scene) {
  const isnad_tokens *asked = l->ask.tokens, *told = &scene->page->tokens;
  size_t words = 0;
  for (size_t i = isnad_tokens_seek(asked, q->speaker.begin); i < asked->count && asked->items[i].span.begin < q->speaker.end; i++) {
    bool found = asked->items[i].kind != ISNAD_TOKEN_WORD;
    words += !found;
    for (size_t t = scene->first; t < scene->last && !found; t++) found = told->items[t].hash == asked->items[i].hash;
    if (!found) return false;
  }
  return words > 0;
}

/* "A court in New York": nobody of a name; whoever is called so may be it. */
static bool is_nameless(const check_looking *l, const isnad_quote_note *q) {
  for (size_t i = 0; i < l->ask.name_count; i++) {
    const check_name *n = &l->ask.names[i];
    if (names_speaker(&l->ask, q, n) && (n->type != ISNAD_NAME_PLACE || (uint32_t)(n->words.bytes - l->ask.page.text.bytes) == q->speaker.begin))
      return false;
  }
  return !is_known(q->entity);
}

static bool is_named(const check_looking *l, const isnad_quote_note *q, const check_scene *scene) {
  size_t head = isnad_tokens_seek(l->ask.tokens, q->speaker.begin);
  if (is_nameless(l, q))
    for (size_t t = scene->first; t < scene->last; t++)
      if (scene->page->stems[t] != 0 && scene->page->stems[t] == check_stem(l->ask.tokens, head)) return true;
  if (is_spelled(l, q, scene)) return true;
  for (size_t i = 0; i < l->ask.name_count; i++)
    if (names_speaker(&l->ask, q, &l->ask.names[i]) && check_named_in(&l->ask, &l->ask.names[i], scene->page, scene->sentence)) return true;
  return false;
}

/* A number alone tells whose it is; of a statement most of the words. */
static bool says_enough(const check_looking *l, const isnad_quote_note *q, const check_page *page, const check_quote *told) {
  for (size_t i = 0; i < page->number_count; i++)
    if (page->numbers[i].span.begin == told->span.begin && page->numbers[i].span.end == told->span.end) return true;
  return says(l, q, page, told) >= says_most;
}

/* Whether a name of a person of the page is the speaker. */
static bool is_person(const check_page *page, isnad_slice speaker) {
  for (size_t i = 0; i < page->name_count; i++) {
    const store_mention *m = &page->names[i];
    if (m->type == ISNAD_NAME_PERSON && m->form == ISNAD_FORM_NAME && isnad_slice_equal(m->canonical, speaker)) return true;
  }
  return false;
}

static void compare(check_reading *r, check_looking *l, const isnad_quote_note *q, const check_scene *scene, const check_quote *told) {
  bool named = is_named(l, q, scene);
  bool person = isnad_slice_starts(told->entity, isnad_slice_of("per.")); /* a body that is named there may say it by another name */
  if (told->speaker.length == 0 || (named && !person && !told->anonymous)) {
    if (!named) check_tells_nothing(r, q->canonical);
    return;
  }
  if (is_same(l, q, told->speaker, told->entity)) return;
  bool office = !is_known(told->entity) && !told->anonymous && !is_person(scene->page, told->speaker); /* "the spokesman" may be he */
  if (!office && is_other(l, q, told->entity, told->anonymous) && says_enough(l, q, scene->page, told))
    check_tells_another(r, ISNAD_POINT_SPEAKER, q->canonical, told->speaker);
  else
    check_tells_nothing(r, q->canonical);
}

/* A number has its claimant where no statement is read. */
static const check_number *number_of(const check_reading *r, const check_page *page) {
  for (size_t i = 0; i < page->number_count; i++)
    if (r->evidence.end > 0 && page->numbers[i].span.begin == r->evidence.begin && page->numbers[i].claimant.length > 0) return &page->numbers[i];
  return NULL;
}

/* "Tehran: the plane was armed": a name before a colon at the head, where no statement is read; NULL. */
static const check_name *head_speaker(const check_ask *ask) {
  for (size_t i = 0; i < ask->name_count; i++) {
    const check_name *n = &ask->names[i];
    if (n->first != 0 || n->last >= ask->tokens->count) continue;
    isnad_slice mark = isnad_token_form(ask->tokens, n->last);
    if (mark.length == 1 && mark.bytes[0] == ':') return n;
  }
  return NULL;
}

/* Somebody of his country: "org.ir." beside IR, or the state itself beside its capital. */
static bool stands_for(const check_name *n, isnad_slice entity) {
  enum { CODE = 4 };
  if (!is_known(entity)) return false;
  for (size_t k = 0; k < n->id_count; k++)
    if (isnad_slice_starts(n->ids[k], entity) || isnad_slice_starts(entity, n->ids[k])) return true;
  bool body = n->country != NULL && isnad_slice_starts(entity, isnad_slice_of("org.")) && entity.length > CODE + 2;
  return body && (entity.bytes[CODE] & ~0x20) == n->country[0] && (entity.bytes[CODE + 1] & ~0x20) == n->country[1];
}

/* He is named in the sentence, not only as an adjective. */
static bool is_named_itself(const check_looking *l, const check_name *n, const check_scene *scene) {
  const check_page *page = scene->page;
  for (size_t t = scene->first; t < scene->last; t++) {
    const store_mention *m = check_mention_at(page, t);
    if (m != NULL && m->form == ISNAD_FORM_NAME && check_is_name(&l->ask, n, page, m)) return true;
  }
  return false;
}

/* He, or somebody of his country, states something in the sentence; or it names him, and nobody states anything there. */
static bool heads(const check_looking *l, const check_name *n, const check_scene *scene) {
  const check_page *page = scene->page;
  const check_sentence *s = &page->sentences[scene->sentence];
  bool other = false;
  for (size_t i = 0; i < page->quote_count; i++) {
    const check_quote *told = &page->quotes[i];
    if (told->span.end <= s->span.begin || told->span.begin >= s->span.end) continue;
    if (stands_for(n, told->entity)) return true;
    other = other || told->speaker.length > 0;
  }
  return !other && is_named_itself(l, n, scene);
}

void check_read_speaker(check_reading *r, check_looking *l, const check_scene *scene) {
  const isnad_quote_note *q = asked_quote(&l->ask);
  const check_name *head = q == NULL ? head_speaker(&l->ask) : NULL;
  if (head != NULL && !heads(l, head, scene)) check_doubts(r, head->words);
  if (q == NULL || r->sides == CHECK_SIDES_TURNED) return;
  const check_quote *told = told_quote(l, q, scene);
  const check_number *n = number_of(r, scene->page);
  check_quote counted = {.span = r->evidence};
  if (told == NULL && n != NULL) {
    counted.speaker = n->claimant;
    counted.entity = n->claimant_id;
    told = &counted;
  }
  if (told != NULL)
    compare(r, l, q, scene, told);
  else if (!is_named(l, q, scene))
    check_tells_nothing(r, q->canonical);
  if (told != NULL && r->evidence.end == 0) r->evidence = told->span;
}
