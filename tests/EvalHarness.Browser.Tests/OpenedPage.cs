using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace EvalHarness.Browser.Tests;

/// <summary>A page opened from disk, and all that it did which a quiet page does not do.</summary>
internal sealed class OpenedPage : IAsyncDisposable
{
    private const string ReportViolations =
        "addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))";

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> trouble = new();
    private readonly ConcurrentQueue<string> requests = new();

    private OpenedPage(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) => Note(message.Type is "error" or "warning", $"console {message.Type}: {message.Text}");
        page.PageError += (_, error) => trouble.Enqueue($"error: {error}");
        page.Popup += (_, popup) => trouble.Enqueue($"window: {popup.Url}");
        page.Request += (_, request) => requests.Enqueue(request.Url);
        page.Dialog += async (_, dialog) =>
        {
            trouble.Enqueue($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    /// <summary>Console errors and warnings, uncaught errors, broken policy, dialogs, windows.</summary>
    public IReadOnlyCollection<string> Trouble => trouble;

    /// <summary>Addresses, the page's own included.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <param name="hash">What follows the address: <c>#row-s001</c>.</param>
    public static Task<OpenedPage> OpenAsync(string file, string hash = "", BrowserNewContextOptions? options = null) => VisitAsync(new Uri(file).AbsoluteUri + hash, options);

    /// <param name="address">Whole.</param>
    public static async Task<OpenedPage> VisitAsync(string address, BrowserNewContextOptions? options = null)
    {
        var context = await BrowserSession.Browser.NewContextAsync(options ?? new());
        context.SetDefaultTimeout(10_000);
        await context.AddInitScriptAsync(ReportViolations);
        var opened = new OpenedPage(context, await context.NewPageAsync());
        await opened.Page.GotoAsync(address);
        return opened;
    }

    /// <summary>A row of the list, by its sample's id.</summary>
    public ILocator Row(string id) => Page.Locator($"details.row:has(> [id='row-{id}'])");

    /// <summary>Opens a row as a reader does, and waits for what it holds.</summary>
    public async Task<ILocator> OpenRowAsync(string id)
    {
        await Row(id).Locator("> summary").ClickAsync();
        await Row(id).Locator(".results").WaitForAsync();
        return Row(id);
    }

    /// <summary>Opens all that is folded inside an open row.</summary>
    public Task OpenFoldsAsync(string id) => Row(id).EvaluateAsync("row => row.querySelectorAll('details').forEach(fold => { fold.open = true })");

    /// <summary>Clicks all that can be clicked until nothing is left closed, but what filters the rows, and follows every link.</summary>
    public Task ClickThroughAsync() => Page.EvaluateAsync(
        """
        async () => {
          const closed = 'details:not([open]) > summary, button:not(#clear, .count, [hidden])';
          const loading = '.row:not(:has(.results))';
          for (let round = 0; round < 50 && document.querySelector(`${closed}, ${loading}`); round++) {
            document.querySelectorAll(closed).forEach(element => element.click());
            await new Promise(done => setTimeout(done, 50));
          }
          for (const link of document.querySelectorAll('a')) link.click();
        }
        """);

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private void Note(bool isTrouble, string what)
    {
        if (isTrouble)
            trouble.Enqueue(what);
    }
}
