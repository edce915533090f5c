namespace EvalHarness.Runs;

/// <summary>The tables of a run's store.</summary>
internal static class RunSchema
{
    public const string Create =
        """
        create table if not exists samples (position integer primary key, id text not null unique, gold text not null, json text not null);
        create table if not exists plan (position integer primary key, work_item text not null, sample_id text not null, pipeline text not null, repeat integer not null);
        create table if not exists traces (
            work_item text not null, attempt integer not null, pipeline text not null, sample_id text not null, repeat integer not null,
            error text, started_at text not null, service_ms real not null, felt_ms real not null, queue_ms real not null, tokens_in integer, tokens_out integer,
            primary key (work_item, attempt)) without rowid;
        create table if not exists payloads (work_item text not null, attempt integer not null, json text not null, primary key (work_item, attempt));
        create table if not exists scores (
            work_item text not null, attempt integer not null, sample_id text not null, evaluator text not null, gold text not null, json text not null,
            primary key (work_item, attempt, sample_id, evaluator));
        create table if not exists judge_calls (
            position integer primary key, work_item text not null, attempt integer not null, sample_id text not null, evaluator text not null, json text not null);
        create view if not exists current_traces as
            select * from traces t where attempt = (select max(attempt) from traces o where o.work_item = t.work_item);
        """;
}
