-- What holdfastd's Reserve changes, as tables: levels, the holds on them, and their history.
CREATE TABLE levels (
  product text NOT NULL,
  warehouse text NOT NULL,
  on_hand bigint NOT NULL,
  reserved bigint NOT NULL DEFAULT 0,
  quarantined bigint NOT NULL DEFAULT 0,
  incoming bigint NOT NULL DEFAULT 0,
  safety_stock bigint NOT NULL DEFAULT 0,
  reorder_point bigint NOT NULL DEFAULT 0,
  reorder_quantity bigint NOT NULL DEFAULT 0,
  version bigint NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (product, warehouse)
) WITH (fillfactor = 80);

CREATE TABLE reservations (
  id bigserial PRIMARY KEY,
  order_id text NOT NULL,
  product text NOT NULL,
  warehouse text NOT NULL,
  quantity bigint NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX reservations_of_order ON reservations (order_id);

CREATE TABLE history (
  sequence bigserial PRIMARY KEY,
  order_id text NOT NULL,
  product text NOT NULL,
  warehouse text NOT NULL,
  quantity bigint NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);

INSERT INTO levels (product, warehouse, on_hand)
SELECT 'LP' || lpad(product::text, 10, '0'), 'L' || lpad(warehouse::text, 3, '0'), 1000000000
FROM generate_series(0, :products - 1) AS product, generate_series(0, :warehouses - 1) AS warehouse;

ANALYZE levels;
