using System.Globalization;
using EvalHarness.Pipelines.Retrieval.Vectors;
using Npgsql;
using Pgvector;

namespace EvalHarness.Providers.Stores;

/// <summary>Searches an index's table by cosine distance.</summary>
internal sealed class PgVectorIndex(PgDatabase database, PgVectorTable table, PgVectorShape shape) : IVectorIndex
{
    // pgvector's own limits for hnsw.ef_search.
    private const int LeastEffort = 40;
    private const int MostEffort = 1_000;

    /// <exception cref="StoreException">The search failed.</exception>
    /// <exception cref="Pipelines.Endpoints.EndpointStoppedException">Searches of the database failed too often in a row.</exception>
    public Task<IReadOnlyList<VectorHit>> SearchAsync(ReadOnlyMemory<float> vector, int count, CancellationToken cancellationToken) =>
        database.SearchAsync((connection, token) => SearchAsync(connection, vector, count, token), cancellationToken);

    private async Task<IReadOnlyList<VectorHit>> SearchAsync(NpgsqlConnection connection, ReadOnlyMemory<float> vector, int count, CancellationToken cancellationToken)
    {
        if (!shape.IsApproximate)
            return await NearestAsync(connection, vector, count, cancellationToken);

        // The graph gives back no more than it looked at: its effort holds for this transaction alone.
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var effort = new NpgsqlCommand("select set_config('hnsw.ef_search', $1, true)", connection) { Parameters = { new() { Value = Effort(count) } } };
        await effort.ExecuteNonQueryAsync(cancellationToken);
        var found = await NearestAsync(connection, vector, count, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return found;
    }

    /// <summary>The nearest by distance alone, equals put in order afterwards: before PostgreSQL 17 an order by more than the graph knows leaves the graph unused.</summary>
    internal static string ByGraph(string table) =>
        $"select number, distance from (select number, embedding <=> $1 as distance from {table} order by embedding <=> $1 limit $2) as nearest order by distance, number";

    // Among equals at the limit too it is the order in the index that counts.
    private static string ByScan(string table) => $"select number, embedding <=> $1 from {table} order by embedding <=> $1, number limit $2";

    private static string Effort(int count) => Math.Clamp(2 * count, LeastEffort, MostEffort).ToString(CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<VectorHit>> NearestAsync(NpgsqlConnection connection, ReadOnlyMemory<float> vector, int count, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(shape.IsApproximate ? ByGraph(table.Name) : ByScan(table.Name), connection)
        {
            Parameters = { new() { Value = new Vector(vector) }, new() { Value = count } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<VectorHit> found = [];
        while (await reader.ReadAsync(cancellationToken))
            found.Add(new VectorHit(reader.GetInt32(0), 1 - reader.GetDouble(1)));
        return found;
    }
}
