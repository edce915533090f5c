using EvalHarness.Inputs;
using EvalHarness.Reports.Live;
using EvalHarness.Server.Files;
using Microsoft.AspNetCore.Http;

namespace EvalHarness.Server;

/// <summary>Which address is which page.</summary>
internal sealed class ServedPages(ServedFolder folder, IRunComparison comparison) : IDisposable
{
    private readonly RunCatalog catalog = new(folder);

    // A comparison holds the scores of two runs: one at a time.
    private readonly SemaphoreSlim comparing = new(1);

    public Task AnswerAsync(HttpContext context) => (context.Request.Path.Value ?? "/").Split('/')[1..] switch
    {
        [""] => ListAsync(context),
        ["favicon.ico"] => NoIconAsync(context),
        ["trends"] => TrendsAsync(context),
        ["compare"] => CompareAsync(context),
        ["runs", var id, ""] => RunAsync(context, id),
        ["runs", var id, .. var file] when file.Length > 0 => FileAsync(context, id, string.Join('/', file)),
        _ => NothingAsync(context),
    };

    public void Dispose() => comparing.Dispose();

    private async Task ListAsync(HttpContext context)
    {
        var runs = await catalog.ListAsync(context.RequestAborted);
        var experiment = context.Request.Query["experiment"].FirstOrDefault();
        await PageAnswer.PageAsync(context, RunListPage.Of(folder.Name, runs, experiment));
    }

    private async Task TrendsAsync(HttpContext context) =>
        await PageAnswer.PageAsync(context, TrendsPage.Of(await catalog.ListAsync(context.RequestAborted)));

    private async Task RunAsync(HttpContext context, string id)
    {
        if (await catalog.FindAsync(id, context.RequestAborted) is not { } run)
        {
            await NothingAsync(context);
            return;
        }

        var others = (await catalog.ListAsync(context.RequestAborted)).Where(r => r.IsFinished && r.Id != run.Id && r.Series == run.Series);
        await PageAnswer.PageAsync(context, new RunPage(run, folder.FilesOf(id), [.. others]).Html());
    }

    private Task FileAsync(HttpContext context, string id, string name) =>
        folder.Find(id, name) is { } file && folder.Find(id, "run.json") is not null ? PageAnswer.FileAsync(context, file) : NothingAsync(context);

    private async Task CompareAsync(HttpContext context)
    {
        var runs = (await catalog.ListAsync(context.RequestAborted)).Where(r => r.IsFinished).ToList();
        var (newer, older) = (context.Request.Query["newer"].FirstOrDefault(), context.Request.Query["older"].FirstOrDefault());
        if (newer is null && older is null)
            await PageAnswer.PageAsync(context, ComparePage.Choose(runs));
        else if (runs.Find(r => r.Id == newer) is not { } one || runs.Find(r => r.Id == older) is not { } other)
            await RefuseAsync(context, runs, newer, older, [new InputProblem("compare", "there is no such finished run", "Choose two of the list.")]);
        else if (one == other)
            await RefuseAsync(context, runs, newer, older, [new InputProblem(one.Id, "this is one run, twice", "Choose two runs.")]);
        else
            await CompareAsync(context, runs, one, other);
    }

    private async Task CompareAsync(HttpContext context, IReadOnlyList<ListedRun> runs, ListedRun newer, ListedRun older)
    {
        await comparing.WaitAsync(context.RequestAborted);
        try
        {
            var (report, before) = await comparison.CompareAsync(newer.Folder, older.Folder, context.RequestAborted);
            await PageAnswer.PageAsync(context, ComparePage.Of(runs, report, before));
        }
        catch (InputException exception)
        {
            await RefuseAsync(context, runs, newer.Id, older.Id, exception.Problems);
        }
        finally
        {
            comparing.Release();
        }
    }

    private static Task RefuseAsync(HttpContext context, IReadOnlyList<ListedRun> runs, string? newer, string? older, IReadOnlyList<InputProblem> problems) =>
        PageAnswer.PageAsync(context, ComparePage.Refused(runs, newer, older, problems), StatusCodes.Status422UnprocessableEntity);

    // Browsers ask by themselves.
    private static Task NoIconAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Task NothingAsync(HttpContext context) =>
        PageAnswer.ProblemAsync(context, StatusCodes.Status404NotFound, "There is no such page", "The run may have been removed, or the file is none of a report.");
}
