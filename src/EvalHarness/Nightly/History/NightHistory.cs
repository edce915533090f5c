using System.Globalization;
using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Nightly.Detectors;
using EvalHarness.Runs;
using Microsoft.Data.Sqlite;

namespace EvalHarness.Nightly.History;

/// <summary>All nights of one production, in one SQLite file, <c>history.db</c>: tables that only grow, a night in one transaction.</summary>
public sealed class NightHistory
{
    private const int Window = 10;

    private readonly RunDatabase database;

    private NightHistory(string folder, RunDatabase database) => (Folder, this.database) = (folder, database);

    public string Folder { get; }

    /// <summary>Opens the history of a folder, and makes it where there is none.</summary>
    /// <exception cref="InputException">The folder cannot be written to, or the file is no history.</exception>
    public static NightHistory Open(string folder)
    {
        var file = Path.Combine(Path.GetFullPath(folder), "history.db");
        try
        {
            Directory.CreateDirectory(folder);
            RunDatabase database = new(file);
            using var connection = database.Connect();
            connection.Execute(NightHistorySchema.Sql);
            return new NightHistory(Path.GetFullPath(folder), database);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(file, $"the history cannot be opened ({exception.Message})", "Put back a copy of it, or name another folder with --history."));
        }
    }

    /// <summary>In their order.</summary>
    public IReadOnlyList<Night> Nights()
    {
        using var connection = database.Connect();
        return Nights(connection);
    }

    /// <summary>The night that a run is recorded as; absent when it is not.</summary>
    public Night? Find(string run) => Nights().FirstOrDefault(n => n.Run == run);

    /// <summary>Writes down that a run was begun for a night: a process that dies before the night is recorded leaves it to be taken up.</summary>
    public void Begin(string run, int night, DateTimeOffset at)
    {
        using var connection = database.Connect();
        using var insert = connection.Command("insert into opened (run, night, opened_at) values ($run, $night, $at) on conflict do nothing");
        insert.Bind(("$run", run), ("$night", night), ("$at", at.ToString("O")));
        insert.ExecuteNonQuery();
    }

    /// <summary>The newest run that was begun and is not recorded; absent when there is none.</summary>
    public (string Run, DateTimeOffset At)? Unrecorded()
    {
        using var connection = database.Connect();
        using var query = connection.Command("select run, opened_at from opened where night > (select coalesce(max(night), 0) from nights) order by opened_at desc, rowid desc limit 1");
        using var reader = query.ExecuteReader();
        return reader.Read() ? (reader.GetString(0), DateTimeOffset.Parse(reader.GetString(1), CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>What the next night is judged against.</summary>
    public NightPast Past()
    {
        using var connection = database.Connect();
        using var acknowledged = connection.Command("select coalesce(max(night), 0) from acknowledgements");
        return new NightPast
        {
            Nights = Nights(connection),
            Acknowledged = Convert.ToInt32(acknowledged.ExecuteScalar(), CultureInfo.InvariantCulture),
            Variations = Variations(connection),
            LastValues = LastValues(connection),
            Totals = Totals(connection),
        };
    }

    /// <summary>Adds a night: all of it or nothing. A run that is recorded already stays as it is.</summary>
    /// <exception cref="InputException">Another process recorded a night in the meantime.</exception>
    public void Append(Night night, IReadOnlyList<NightAnswer> answers, IReadOnlyList<NightValue> values)
    {
        using var connection = database.Connect();
        // Closing the connection before the commit rolls back.
        connection.Execute("begin immediate");
        var nights = Nights(connection);
        if (nights.Any(n => n.Run == night.Run))
            return;
        if (night.Number != nights.Count + 1)
            throw new InputException(new InputProblem(Folder, $"another process recorded night {nights.Count} while this one was under way", "Give the same command again: the night is judged anew."));
        using var insert = connection.Command("insert into nights (night, run, verdict, json) values ($night, $run, $verdict, $json)");
        insert.Bind(("$night", night.Number), ("$run", night.Run), ("$verdict", $"{night.Verdict}".ToLowerInvariant()), ("$json", JsonSerializer.Serialize(night, RunJson.Compact)));
        insert.ExecuteNonQuery();
        if (night.IsValid)
            Append(connection, night, answers, values, nights.Count == 0 ? 0 : nights[^1].Flaky.Version);
        connection.Execute("commit");
    }

    /// <summary>Lets alarms and warnings go, and learns anew from the next night on.</summary>
    /// <exception cref="InputException">There is no night to acknowledge.</exception>
    public void Acknowledge(string reason, DateTimeOffset at)
    {
        if (Nights() is not [.., var last])
            throw new InputException(new InputProblem(Folder, "there is no night to acknowledge", "Record one first: evalharness nightly <experiment> --history <folder>."));
        using var connection = database.Connect();
        using var insert = connection.Command("insert into acknowledgements (night, at, reason) values ($night, $at, $reason)");
        insert.Bind(("$night", last.Number), ("$at", at.ToString("O")), ("$reason", reason));
        insert.ExecuteNonQuery();
    }

    private static void Append(SqliteConnection connection, Night night, IReadOnlyList<NightAnswer> answers, IReadOnlyList<NightValue> values, int flakyBefore)
    {
        using var answer = connection.Command("insert into answers (night, sample, repeat, candidate, champion) values ($night, $sample, $repeat, $candidate, $champion)");
        foreach (var pair in answers.GroupBy(a => (a.Sample, a.Repeat)))
        {
            answer.Bind(("$night", night.Number), ("$sample", pair.Key.Sample), ("$repeat", pair.Key.Repeat), ("$candidate", Digest(pair, isChampion: false)), ("$champion", Digest(pair, isChampion: true)));
            answer.ExecuteNonQuery();
        }

        using var value = connection.Command("insert into sample_values (night, metric, sample, candidate, champion, draws) values ($night, $metric, $sample, $candidate, $champion, $draws)");
        foreach (var row in values)
        {
            value.Bind(("$night", night.Number), ("$metric", row.Metric), ("$sample", row.Sample), ("$candidate", row.Candidate), ("$champion", row.Champion), ("$draws", row.Draws));
            value.ExecuteNonQuery();
        }

        if (night.Flaky.Version == flakyBefore)
            return;
        using var flaky = connection.Command("insert into flaky (version, night, sample, passes, draws, expires_at) values ($version, $night, $sample, $passes, $draws, $expires)");
        foreach (var sample in night.Flaky.Samples)
        {
            flaky.Bind(("$version", night.Flaky.Version), ("$night", night.Number), ("$sample", sample.Sample), ("$passes", sample.Passes), ("$draws", sample.Draws), ("$expires", sample.ExpiresAt.ToString("O")));
            flaky.ExecuteNonQuery();
        }
    }

    private static long Digest(IEnumerable<NightAnswer> pair, bool isChampion) => unchecked((long)pair.FirstOrDefault(a => a.IsChampion == isChampion).Digest);

    private static List<Night> Nights(SqliteConnection connection)
    {
        using var query = connection.Command("select json from nights order by night");
        using var reader = query.ExecuteReader();
        List<Night> nights = [];
        while (reader.Read())
            nights.Add(JsonSerializer.Deserialize<Night>(reader.GetString(0), RunJson.Compact)!);
        return nights;
    }

    private static Dictionary<(string Sample, int Repeat), PairVariation> Variations(SqliteConnection connection)
    {
        using var query = connection.Command(
            $"""
            select sample, repeat, candidate, champion from (
                select sample, repeat, night, candidate, champion, row_number() over (partition by sample, repeat order by night desc) as age from answers)
            where age <= {Window} order by sample, repeat, night
            """);
        using var reader = query.ExecuteReader();
        Dictionary<(string, int), PairVariation> variations = [];
        while (reader.Read())
        {
            var key = (reader.GetString(0), reader.GetInt32(1));
            variations[key] = variations.GetValueOrDefault(key).After(unchecked((ulong)reader.GetInt64(2)), unchecked((ulong)reader.GetInt64(3)));
        }

        return variations;
    }

    private static Dictionary<(string, string), double> LastValues(SqliteConnection connection)
    {
        using var query = connection.Command("select metric, sample, candidate, max(night) from sample_values group by metric, sample");
        using var reader = query.ExecuteReader();
        Dictionary<(string, string), double> values = [];
        while (reader.Read())
            values[(reader.GetString(0), reader.GetString(1))] = reader.GetDouble(2);
        return values;
    }

    private static Dictionary<(string, string), (double, double)> Totals(SqliteConnection connection)
    {
        using var query = connection.Command("select metric, sample, sum(coalesce(champion, candidate) * draws), sum(draws) from sample_values group by metric, sample");
        using var reader = query.ExecuteReader();
        Dictionary<(string, string), (double, double)> totals = [];
        while (reader.Read())
            totals[(reader.GetString(0), reader.GetString(1))] = (reader.GetDouble(2), reader.GetDouble(3));
        return totals;
    }
}
