/* Records packed in the store: as JSON they are three quarters of it, and every byte is written twice on its way into the file. */
#ifndef ISNAD_STORE_PACK_H
#define ISNAD_STORE_PACK_H

#include "isnad/store.h"

/* The packed form, in the scratch arena of the store. ISNAD_OK or ISNAD_NO_MEMORY. */
isnad_status store_pack(isnad_slice *out, isnad_store *store, isnad_slice text, isnad_err *err);

/* What was packed, in `arena`. ISNAD_OK, ISNAD_NO_MEMORY, or ISNAD_STORE for bytes that store_pack did not write. */
isnad_status store_unpack(isnad_slice *out, isnad_arena *arena, isnad_store *store, isnad_slice packed, isnad_err *err);

#endif
