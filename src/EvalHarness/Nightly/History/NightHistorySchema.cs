namespace EvalHarness.Nightly.History;

/// <summary>The tables of a history; every one of them only grows.</summary>
internal static class NightHistorySchema
{
    private static readonly string[] Tables = ["opened", "nights", "answers", "sample_values", "acknowledgements", "flaky"];

    private const string Create =
        """
        create table if not exists opened (run text primary key, night integer not null, opened_at text not null);
        create table if not exists nights (night integer primary key, run text not null unique, verdict text not null, json text not null);
        create table if not exists answers (
            night integer not null, sample text not null, repeat integer not null, candidate integer not null, champion integer not null,
            primary key (sample, repeat, night)) without rowid;
        create table if not exists sample_values (
            night integer not null, metric text not null, sample text not null, candidate real not null, champion real, draws integer not null,
            primary key (metric, sample, night)) without rowid;
        create table if not exists acknowledgements (position integer primary key, night integer not null, at text not null, reason text not null);
        create table if not exists flaky (
            version integer not null, night integer not null, sample text not null, passes real not null, draws real not null, expires_at text not null,
            primary key (version, sample));
        """;

    /// <summary>Tables, and triggers that refuse to change or delete a row.</summary>
    public static string Sql => Create + string.Concat(Tables.SelectMany(table => new[] { Refusal(table, "update"), Refusal(table, "delete") }));

    private static string Refusal(string table, string what) =>
        $"create trigger if not exists {table}_no_{what} before {what} on {table} begin select raise(abort, 'the history is append-only'); end;\n";
}
