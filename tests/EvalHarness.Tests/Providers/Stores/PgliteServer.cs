using System.Diagnostics;

namespace EvalHarness.Tests.Providers.Stores;

/// <summary>A real PostgreSQL 18 with pgvector (npm's pglite) on a loopback port; it takes one connection at a time.</summary>
internal sealed class PgliteServer : IDisposable
{
    private readonly Process node;

    private PgliteServer(Process node, int port)
    {
        this.node = node;
        ConnectionString = $"Host=127.0.0.1;Port={port};Database=postgres;Username=postgres;Password=planted-password;SSL Mode=Disable;Maximum Pool Size=1";
    }

    public string ConnectionString { get; }

    private static string Folder => Path.Combine(Repository.Root, "tests", "pglite");

    /// <summary>Ignores the test, saying why, where node or the packages are missing.</summary>
    public static async Task<PgliteServer> StartAsync(params string[] arguments)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "@electric-sql", "pglite-socket")))
            Assert.Ignore("pgvector is not tested: PostgreSQL is not installed in tests/pglite. Run npm ci --prefix tests/pglite (./test.sh does).");
        var start = new ProcessStartInfo("node", ["server.js", .. arguments]) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        var node = Start(start);
        var line = await node.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return line is not null && line.StartsWith("port ", StringComparison.Ordinal)
            ? new PgliteServer(node, int.Parse(line.AsSpan(5), System.Globalization.CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"pglite did not start: {line}");
    }

    public void Dispose()
    {
        // The server ends with its standard input.
        node.StandardInput.Close();
        if (!node.WaitForExit(TimeSpan.FromSeconds(10)))
            node.Kill(entireProcessTree: true);
        node.Dispose();
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            Assert.Ignore($"pgvector is not tested: node cannot be started ({exception.Message}).");
            throw;
        }
    }
}
