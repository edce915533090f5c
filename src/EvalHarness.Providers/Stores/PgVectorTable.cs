using System.Text.Json;
using EvalHarness.Pipelines.Retrieval.Vectors;
using Npgsql;
using Pgvector;

namespace EvalHarness.Providers.Stores;

/// <summary>The table of one index, and its line in <c>evalharness_indexes</c>: without that line the index is not finished.</summary>
internal sealed class PgVectorTable(string key)
{
    // Any number will do, as long as nobody else locks it: two processes must not make one table at once.
    private const long BuildLock = 7_318_349_394_477_056;

    private const int RowsPerInsert = 500;

    // Names are cut at 63 bytes; half of a hash is enough to tell indexes apart.
    private readonly string name = $"evalharness_{key[..32]}";

    public string Name => name;

    public async Task<(EmbeddingRecord Record, PgVectorShape Shape)?> FindAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(connection, "evalharness_indexes", cancellationToken) || !await ExistsAsync(connection, name, cancellationToken))
            return null;
        await using var command = new NpgsqlCommand("select record, learnt, passages, dimensions from evalharness_indexes where key = $1", connection) { Parameters = { new() { Value = key } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var record = JsonSerializer.Deserialize<EmbeddingRecord>(reader.GetString(0))!;
        return (record with { Learnt = reader.GetFieldValue<byte[]>(1) }, new PgVectorShape(reader.GetInt32(2), reader.GetInt32(3)));
    }

    /// <summary>All in one transaction: a build that is killed leaves nothing.</summary>
    public async Task CreateAsync(NpgsqlConnection connection, EmbeddedChunks content, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, FormattableString.Invariant($"select pg_advisory_xact_lock({BuildLock})"), cancellationToken);
        await ExecuteAsync(connection, "create table if not exists evalharness_indexes (key text primary key, record text not null, learnt bytea not null, passages integer not null, dimensions integer not null)", cancellationToken);
        await ExecuteAsync(connection, $"drop table if exists {name}", cancellationToken);
        await ExecuteAsync(connection, FormattableString.Invariant($"create table {name} (number integer primary key, embedding vector({content.Dimensions}) not null)"), cancellationToken);
        await FillAsync(connection, content, cancellationToken);
        if (PgVectorShape.Of(content).IsApproximate)
            await ExecuteAsync(connection, $"create index on {name} using hnsw (embedding vector_cosine_ops)", cancellationToken);
        await FinishAsync(connection, content, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // Not COPY, which goes on talking in the midst of a statement: proxies and small servers lose the thread.
    private async Task FillAsync(NpgsqlConnection connection, EmbeddedChunks content, CancellationToken cancellationToken)
    {
        foreach (var numbers in Enumerable.Range(0, content.Count).Where(content.HasDirection).Chunk(RowsPerInsert))
        {
            await using var command = new NpgsqlCommand($"insert into {name} (number, embedding) select * from unnest($1, $2)", connection)
            {
                Parameters = { new() { Value = numbers }, new() { Value = numbers.Select(n => new Vector(content[n])).ToArray() } },
            };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task FinishAsync(NpgsqlConnection connection, EmbeddedChunks content, CancellationToken cancellationToken)
    {
        const string Finish = """
            insert into evalharness_indexes (key, record, learnt, passages, dimensions) values ($1, $2, $3, $4, $5)
            on conflict (key) do update set record = excluded.record, learnt = excluded.learnt, passages = excluded.passages, dimensions = excluded.dimensions
            """;
        await using var command = new NpgsqlCommand(Finish, connection)
        {
            Parameters =
            {
                new() { Value = key },
                new() { Value = JsonSerializer.Serialize(content.Record with { Learnt = [] }) },
                new() { Value = content.Record.Learnt },
                new() { Value = content.Count },
                new() { Value = content.Dimensions },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string table, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select to_regclass($1) is not null", connection) { Parameters = { new() { Value = table } } };
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
