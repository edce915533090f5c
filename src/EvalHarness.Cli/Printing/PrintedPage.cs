using System.Diagnostics;
using EvalHarness.Inputs;
using EvalHarness.Reports.Printing;

namespace EvalHarness.Cli.Printing;

/// <summary>Prints a run's page to <c>report.pdf</c>, with the browser that is there.</summary>
internal static class PrintedPage
{
    public const string Name = "report.pdf";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="folder">The run's; it holds <c>index.html</c>.</param>
    /// <returns>The file.</returns>
    /// <exception cref="InputException">There is no browser, or it printed nothing.</exception>
    public static async Task<string> WriteAsync(string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        if (InstalledBrowser.Find() is not { } browser)
            throw new InputException(new InputProblem("--pdf", "there is no Chromium or Chrome on this machine", $"Install one (Debian: apt-get install chromium), set {InstalledBrowser.Variable} to one, or print index.html from any browser."));
        var (file, beside) = (Path.Combine(folder, Name), Path.Combine(folder, Name + ".new"));
        File.Delete(beside);
        var said = await RunAsync(browser, folder, beside, time, cancellationToken);
        if (said is null && File.Exists(beside))
        {
            File.Move(beside, file, overwrite: true);
            return file;
        }

        File.Delete(beside);
        throw new InputException(new InputProblem("--pdf", $"{browser} printed nothing: {said ?? "it says nothing"}", "Print index.html from any browser."));
    }

    /// <returns>What went wrong; absent when nothing did.</returns>
    private static async Task<string?> RunAsync(string browser, string folder, string file, TimeProvider time, CancellationToken cancellationToken)
    {
        // A profile of its own: a browser that is open must not take the page over.
        var profile = Directory.CreateTempSubdirectory("evalharness-print-");
        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
            using var process = Process.Start(new ProcessStartInfo(browser, Arguments(profile.FullName, folder, file)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            return await EndAsync(process, either.Token, cancellationToken);
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }

    private static async Task<string?> EndAsync(Process process, CancellationToken either, CancellationToken cancellationToken)
    {
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(either);
            var error = process.StandardError.ReadToEndAsync(either);
            await process.WaitForExitAsync(either);
            var said = $"{await output}{await error}";
            return process.ExitCode == 0 ? null : $"exit code {process.ExitCode}; {new Excerpt([]).End(said)}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"it did not end within {Patience.TotalMinutes:0} minutes";
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    // Root has no sandbox; whoever is not root keeps it.
    private static IEnumerable<string> Arguments(string profile, string folder, string file) =>
    [
        "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(),
        $"--user-data-dir={profile}", "--no-pdf-header-footer", $"--print-to-pdf={file}", new Uri(Path.Combine(folder, "index.html")).AbsoluteUri,
    ];
}
