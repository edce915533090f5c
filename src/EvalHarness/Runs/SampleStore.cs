using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Runs;

/// <summary>The samples that a run replays, as they stood when it began or were mended since.</summary>
public sealed class SampleStore
{
    private readonly RunDatabase database;

    internal SampleStore(RunDatabase database) => this.database = database;

    /// <summary>Takes in the samples of a run in their order, replacing what was there: one transaction.</summary>
    public async Task<int> WriteAsync(IAsyncEnumerable<Sample> samples, CancellationToken cancellationToken)
    {
        await using var connection = database.Connect();
        // Closing the connection before the commit rolls back.
        connection.Execute("begin immediate");
        connection.Execute("delete from samples");
        await using var insert = connection.Command("insert into samples (position, id, gold, json) values ($position, $id, $gold, $json)");
        var count = 0;
        await foreach (var sample in samples.WithCancellation(cancellationToken))
        {
            var json = JsonSerializer.Serialize(sample, RunJson.Compact);
            insert.Bind(("$position", count++), ("$id", sample.Id), ("$gold", ContentHash.Of(json)), ("$json", json));
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        connection.Execute("commit");
        return count;
    }

    /// <summary>Takes over mended gold labels; questions must be as they were asked, and every sample of the run must be there.</summary>
    public async Task UpdateAsync(IAsyncEnumerable<Sample> samples, CancellationToken cancellationToken)
    {
        await using var connection = database.Connect();
        // Closing the connection before the commit rolls back.
        connection.Execute("begin immediate");
        await using var find = connection.Command("select json from samples where id = $id");
        await using var update = connection.Command("update samples set gold = $gold, json = $json where id = $id");
        var found = 0;
        await foreach (var sample in samples.WithCancellation(cancellationToken))
        {
            find.Bind(("$id", sample.Id));
            if (await find.ExecuteScalarAsync(cancellationToken) is not string asked)
                continue;
            ThrowUnlessSameQuestion(sample, JsonSerializer.Deserialize<Sample>(asked, RunJson.Compact)!);
            var json = JsonSerializer.Serialize(sample, RunJson.Compact);
            update.Bind(("$id", sample.Id), ("$gold", ContentHash.Of(json)), ("$json", json));
            found += await update.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var all = connection.Command("select count(*) from samples");
        var wanted = Convert.ToInt32(await all.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        if (found < wanted)
            throw new InputException(new InputProblem("dataset", $"{wanted - found} of the run's {wanted} samples are no longer in it", "Put them back, or start a new run."));
        connection.Execute("commit");
    }

    public async IAsyncEnumerable<Sample> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = database.Connect();
        await using var query = connection.Command("select json from samples order by position");
        await using var reader = await query.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return JsonSerializer.Deserialize<Sample>(reader.GetString(0), RunJson.Compact)!;
    }

    private static void ThrowUnlessSameQuestion(Sample now, Sample asked)
    {
        if (Request(now) != Request(asked))
            throw new InputException(new InputProblem($"sample '{now.Id}'", "its question is not the one that this run asked", "Scores would be of another question: start a new run."));

        static string Request(Sample sample) => WorkItem.RequestHash(PipelineRequest.For(sample, null));
    }
}
