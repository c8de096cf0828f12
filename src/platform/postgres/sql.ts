// The two types through which all SQL goes: a pool, or a transaction of it.
import type postgres from 'postgres';

export type Sql = postgres.Sql<{ bigint: number }>;
export type Transaction = postgres.TransactionSql<{ bigint: number }>;
/** What a query takes first: the pool, or the transaction that it must belong to. */
export type Connection = Sql | Transaction;
