/* One record into the tables: the only place that writes captures, articles, citations and names. */
#include "store/put.h"
#include "store/handle.h"
#include "store/mentions.h"
#include "store/pack.h"

#include "base/hash.h"

#include <string.h>

static const isnad_span nowhere = {0, 0};

static const char insert_capture[] = "INSERT INTO capture(key,name,uri,sha256,bytes,media,charset,url,captured_at,repairs,text,record,text_at,"
                                     "file,line,archived,offset,length,inner)"
                                     " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19) ON CONFLICT(key) DO NOTHING";
static const char insert_article[] = "INSERT INTO article(name,capture,place,label,role,headline,body,body_hash,words,outlet,outlet_name,origin,"
                                     "origin_name,byline,published_from,published_to,published_basis,weekday,opening,name_count,"
                                     "headline_begin,headline_end,lead_end)"
                                     " VALUES(?1,?2,?3,CASE WHEN ?24 THEN ?4||'#'||?3 ELSE ?4 END,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,"
                                     "?19,?20,?21,?22,?23) ON CONFLICT(name) DO NOTHING";
typedef struct putting {
  isnad_store *store;
  const isnad_prepared *prepared;
  const isnad_record *record;
  isnad_slice name; /* of the capture */
  sqlite3_int64 capture;
  sqlite3_int64 first; /* of its articles: their keys follow one another */
  isnad_err *err;
} putting;

/* --- the capture --- */

static void bind_place(sqlite3_stmt *s, int at, const isnad_capture_place *place) {
  store_bind_text(s, at, place->file);
  sqlite3_bind_int64(s, at + 1, (sqlite3_int64)place->line);
  sqlite3_bind_int(s, at + 2, place->archived);
  sqlite3_bind_int64(s, at + 3, (sqlite3_int64)place->record.offset);
  sqlite3_bind_int64(s, at + 4, (sqlite3_int64)place->record.length);
  sqlite3_bind_int64(s, at + 5, (sqlite3_int64)place->record.inner);
}

enum { KEY_BYTES = 16 };

static bool key_of(char hex[2 * KEY_BYTES + 1], const isnad_capture *capture) {
  uint8_t digest[32];
  isnad_slice parts[] = {capture->uri, {"\x1f", 1}, {(const char *)capture->sha256, sizeof capture->sha256}};
  if (!hash_sha256(digest, parts, sizeof parts / sizeof parts[0])) return false;
  hash_hex(hex, digest, KEY_BYTES);
  return true;
}

static isnad_status pack_record(isnad_slice *out, putting *p) {
  isnad_arena_reset(p->store->scratch);
  *out = (isnad_slice){NULL, 0};
  if (p->prepared->json.length == 0) return ISNAD_OK; /* it was left out */
  return store_pack(out, p->store, p->prepared->json, p->err);
}

static isnad_status put_capture(putting *p, bool *fresh) {
  const isnad_capture *c = &p->record->capture;
  const isnad_page *page = &p->record->page;
  char key[2 * KEY_BYTES + 1];
  if (!key_of(key, c)) return isnad_err_set(p->err, ISNAD_NO_MEMORY, "store", nowhere, "the digest could not be computed");
  isnad_slice packed;
  isnad_status status = pack_record(&packed, p);
  sqlite3_stmt *s = status == ISNAD_OK ? store_statement(p->store, insert_capture, p->err) : NULL;
  if (s == NULL) return status != ISNAD_OK ? status : ISNAD_STORE;
  store_bind_words(s, 1, (isnad_slice){key, 2 * KEY_BYTES});
  store_bind_words(s, 2, p->name);
  store_bind_words(s, 3, c->uri);
  store_bind_blob(s, 4, (isnad_slice){(const char *)c->sha256, sizeof c->sha256});
  sqlite3_bind_int64(s, 5, (sqlite3_int64)c->bytes.length);
  store_bind_words(s, 6, isnad_slice_of(page->media == ISNAD_MEDIA_HTML ? "text/html" : "text/plain"));
  store_bind_words(s, 7, page->charset);
  store_bind_text(s, 8, page->url);
  store_bind_text(s, 9, c->captured_at);
  sqlite3_bind_int64(s, 10, (sqlite3_int64)page->repairs.invalid_utf8 + page->repairs.nul + page->repairs.bom);
  store_bind_words(s, 11, page->text);
  store_bind_blob(s, 12, packed);
  sqlite3_bind_int64(s, 13, (sqlite3_int64)p->prepared->text_at);
  bind_place(s, 14, &c->place);
  status = store_run(p->store, s, p->err);
  *fresh = status == ISNAD_OK && sqlite3_changes(p->store->db) > 0;
  p->capture = sqlite3_last_insert_rowid(p->store->db);
  return status;
}

/* The same record may lie in several archives: the first one by name and place is named, in whatever order they were added. */
static isnad_status choose_place(putting *p) {
  static const char sql[] = "UPDATE capture SET record = ?1, text_at = ?2, file = ?3, line = ?4, archived = ?5, offset = ?6, length = ?7, inner = ?8"
                            " WHERE key = ?9 AND archived = 1 AND (?3, ?6, ?8) < (file, offset, inner)";
  char key[2 * KEY_BYTES + 1];
  isnad_slice packed;
  if (!p->record->capture.place.archived) return ISNAD_OK;
  isnad_status status = pack_record(&packed, p);
  sqlite3_stmt *s = status == ISNAD_OK ? store_statement(p->store, sql, p->err) : NULL;
  if (s == NULL || !key_of(key, &p->record->capture)) return status != ISNAD_OK ? status : ISNAD_STORE;
  store_bind_blob(s, 1, packed);
  sqlite3_bind_int64(s, 2, (sqlite3_int64)p->prepared->text_at);
  bind_place(s, 3, &p->record->capture.place);
  store_bind_words(s, 9, (isnad_slice){key, 2 * KEY_BYTES});
  return store_run(p->store, s, p->err);
}

/* --- its articles --- */

static isnad_slice packed_spans(isnad_arena *arena, const isnad_span *spans, size_t count) {
  unsigned char *bytes = isnad_arena_array(arena, count, 8);
  for (size_t i = 0; bytes != NULL && i < 2 * count; i++) {
    uint32_t n = i % 2 == 0 ? spans[i / 2].begin : spans[i / 2].end;
    for (size_t k = 0; k < 4; k++) bytes[4 * i + k] = (unsigned char)(n >> 8 * k & 0xFF);
  }
  return (isnad_slice){(const char *)bytes, bytes != NULL ? 8 * count : 0};
}

static int64_t words_of(const isnad_tokens *tokens, const isnad_article *a) {
  int64_t words = 0;
  for (size_t i = 0; i < a->body_count; i++)
    for (size_t t = isnad_tokens_seek(tokens, a->body[i].begin); t < tokens->count && tokens->items[t].span.begin < a->body[i].end; t++)
      words += tokens->items[t].kind == ISNAD_TOKEN_WORD || tokens->items[t].kind == ISNAD_TOKEN_NUMBER;
  return words;
}

static void bind_published(sqlite3_stmt *s, int at, const isnad_published *p) {
  bool known = p->when.from < p->when.to;
  for (int i = 0; i < 4; i++) sqlite3_bind_null(s, at + i);
  if (known) {
    sqlite3_bind_int64(s, at, p->when.from);
    sqlite3_bind_int64(s, at + 1, p->when.to);
    store_bind_text(s, at + 2, isnad_slice_of(isnad_basis_name(p->basis)));
  }
  if (p->weekday > 0) sqlite3_bind_int(s, at + 3, p->weekday);
}

/* The first words of a report that has no headline, cut between words. */
static isnad_slice opening(isnad_slice text, const isnad_article *a) {
  enum { LONGEST = 120 };
  if (a->headline.begin < a->headline.end || a->body_count == 0) return (isnad_slice){NULL, 0};
  isnad_slice words = isnad_slice_at(text, a->body[0]);
  if (words.length <= LONGEST) return words;
  words.length = LONGEST;
  while (words.length > 0 && words.bytes[words.length] != ' ') words.length--;
  return words;
}

static int64_t lead_end(isnad_slice text, const isnad_article *a) {
  if (a->body_count == 0) return 0;
  const char *from = text.bytes + a->body[0].begin, *line = memchr(from, '\n', text.length - a->body[0].begin);
  return line != NULL ? line - text.bytes : (int64_t)text.length;
}

static isnad_status insert_one(putting *p, const isnad_article *a) {
  sqlite3_stmt *s = store_statement(p->store, insert_article, p->err);
  if (s == NULL) return ISNAD_STORE;
  isnad_arena_reset(p->store->scratch);
  isnad_slice body = packed_spans(p->store->scratch, a->body, a->body_count);
  if (a->body_count > 0 && body.length == 0) return isnad_arena_fail(p->err, p->store->scratch, "store");
  store_bind_words(s, 1, isnad_slice_of(a->id));
  sqlite3_bind_int64(s, 2, p->capture);
  sqlite3_bind_int64(s, 3, a->place);
  store_bind_words(s, 4, p->name);
  store_bind_words(s, 5, isnad_slice_of(isnad_article_role_name(a->role)));
  store_bind_text(s, 6, isnad_slice_at(p->record->page.text, a->headline));
  store_bind_blob(s, 7, body);
  sqlite3_bind_int64(s, 8, (sqlite3_int64)a->body_hash);
  sqlite3_bind_int64(s, 9, words_of(&p->record->page.tokens, a));
  store_bind_text(s, 10, a->outlet.id);
  store_bind_text(s, 11, a->outlet.name);
  store_bind_text(s, 12, a->origin.id);
  store_bind_text(s, 13, a->origin.name);
  store_bind_text(s, 14, a->byline.name);
  bind_published(s, 15, &a->published);
  store_bind_text(s, 19, opening(p->record->page.text, a));
  sqlite3_bind_int64(s, 20, (sqlite3_int64)a->name_count);
  store_bind_span(s, 21, a->headline);
  sqlite3_bind_int64(s, 23, lead_end(p->record->page.text, a));
  /* A capture that brought an id is named by it, whatever else was found on its page. */
  sqlite3_bind_int(s, 24, p->record->article_count > 1 && p->record->capture.id.length == 0);
  return store_run(p->store, s, p->err);
}

static isnad_status put_packed(putting *p, const isnad_article *a, const isnad_prepared_article *prepared, sqlite3_int64 article) {
  isnad_slice names = {NULL, 0};
  isnad_arena_reset(p->store->scratch);
  isnad_status status = mentions_pack(&names, p->store->scratch, p->record->page.text, a, p->err);
  sqlite3_stmt *s = status == ISNAD_OK ? store_statement(p->store, "INSERT INTO packed VALUES(?1,?2,?3,?4)", p->err) : NULL;
  if (s == NULL) return status != ISNAD_OK ? status : ISNAD_STORE;
  sqlite3_bind_int64(s, 1, article);
  store_bind_blob(s, 2, prepared->prints);
  store_bind_blob(s, 3, prepared->terms);
  store_bind_blob(s, 4, names);
  return store_run(p->store, s, p->err);
}

static isnad_status put_unwoven(putting *p, sqlite3_int64 article) {
  sqlite3_stmt *s = store_statement(p->store, "INSERT INTO unwoven VALUES(?1)", p->err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, article);
  return store_run(p->store, s, p->err);
}

static isnad_status put_article(putting *p, const isnad_article *a, const isnad_prepared_article *prepared) {
  isnad_status status = insert_one(p, a);
  if (status != ISNAD_OK) return status;
  if (sqlite3_changes(p->store->db) == 0)
    return isnad_err_set(p->err, ISNAD_BAD_INPUT, "store", nowhere, "article %s is already there from another capture", a->id);
  sqlite3_int64 article = sqlite3_last_insert_rowid(p->store->db);
  if (p->first == 0) p->first = article;
  status = put_unwoven(p, article);
  if (status == ISNAD_OK) status = put_packed(p, a, prepared, article);
  if (status == ISNAD_OK) status = store_put_citations(p->store, a, article, p->err);
  if (status == ISNAD_OK) status = store_put_quotes(p->store, a, prepared->quotes, article, p->err);
  return status == ISNAD_OK ? store_put_claims(p->store, a, prepared, article, p->err) : status;
}

/* When all its articles are put: what is in the index cannot be taken back. */
static isnad_status put_words(putting *p) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && p->prepared->articles != NULL && i < p->record->article_count; i++) {
    const isnad_prepared_search *words = p->prepared->articles[i].search;
    if (words != NULL) status = store_put_search(p->store, words, p->first + (sqlite3_int64)i, p->err);
  }
  return status;
}

/* --- the whole --- */

static const char *const removals[] = {"DELETE FROM citation WHERE article IN (SELECT id FROM article WHERE capture = ?1)",
                                       "DELETE FROM quote WHERE article IN (SELECT id FROM article WHERE capture = ?1)",
                                       "DELETE FROM figure WHERE article IN (SELECT id FROM article WHERE capture = ?1)",
                                       "DELETE FROM told WHERE article IN (SELECT id FROM article WHERE capture = ?1)",
                                       "DELETE FROM unwoven WHERE article IN (SELECT id FROM article WHERE capture = ?1)",
                                       "DELETE FROM packed WHERE article IN (SELECT id FROM article WHERE capture = ?1)",
                                       "DELETE FROM article WHERE capture = ?1",
                                       "DELETE FROM capture WHERE id = ?1"};

/* Takes back a capture one of whose article ids was claimed by another capture, so that the batch can go on. */
static isnad_status take_back(putting *p) {
  for (size_t i = 0; i < sizeof removals / sizeof removals[0]; i++) {
    sqlite3_stmt *s = store_statement(p->store, removals[i], p->err);
    if (s == NULL) return ISNAD_STORE;
    sqlite3_bind_int64(s, 1, p->capture);
    isnad_status status = store_run(p->store, s, p->err);
    if (status != ISNAD_OK) return status;
  }
  return ISNAD_BAD_INPUT;
}

static const isnad_prepared_article bare = {0};

isnad_status isnad_store_put(isnad_store *store, bool *fresh, const isnad_prepared *prepared, isnad_err *err) {
  *fresh = false;
  if (!store->in_batch) return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "store", nowhere, "no batch is open");
  const isnad_record *record = prepared->record;
  putting p = {.store = store, .prepared = prepared, .record = record, .err = err};
  p.name = record->capture.id.length > 0 ? record->capture.id : record->capture.uri;
  isnad_status status = put_capture(&p, fresh);
  if (status == ISNAD_OK && !*fresh) status = choose_place(&p);
  if (status != ISNAD_OK || !*fresh) return status;
  for (size_t i = 0; status == ISNAD_OK && i < record->article_count; i++)
    status = put_article(&p, &record->articles[i], prepared->articles != NULL ? &prepared->articles[i] : &bare);
  if (status == ISNAD_OK) status = put_words(&p);
  if (status != ISNAD_OK) *fresh = false;
  return status == ISNAD_BAD_INPUT ? take_back(&p) : status;
}

static const char insert_refusal[] = "INSERT INTO refusal VALUES(?1,?2,?3,?4) ON CONFLICT DO NOTHING";

isnad_status isnad_store_refuse(isnad_store *store, isnad_slice input, size_t line, const isnad_err *why, isnad_err *err) {
  if (!store->in_batch) return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "store", nowhere, "no batch is open");
  sqlite3_stmt *s = store_statement(store, insert_refusal, err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, input);
  sqlite3_bind_int64(s, 2, (sqlite3_int64)line);
  store_bind_words(s, 3, isnad_slice_of(why->stage != NULL ? why->stage : "read"));
  store_bind_words(s, 4, isnad_slice_of(why->message));
  return store_run(store, s, err);
}
