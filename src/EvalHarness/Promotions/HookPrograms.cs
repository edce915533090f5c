using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Processes;

namespace EvalHarness.Promotions;

/// <summary>Starts the programs that are told of moves: once for each, with the body on standard input.</summary>
/// <param name="folder">Where they are started, and relative paths start: the folder of hooks.yaml, absolute.</param>
/// <param name="allowed">Whether the command line has <c>--allow-plugins</c>.</param>
public sealed class HookPrograms(string folder, bool allowed, TimeProvider time, EnvironmentText environment)
{
    public HookPrograms(string folder, bool allowed, TimeProvider time)
        : this(folder, allowed, time, EnvironmentText.Own)
    {
    }

    /// <summary>What is wrong with a hook that starts a program; empty for another.</summary>
    public IEnumerable<InputProblem> Problems(Hook hook, string where)
    {
        if (hook.Command is null)
            return [];
        try
        {
            Program(hook, where).Check(allowed);
            return [];
        }
        catch (InputException exception)
        {
            return exception.Problems;
        }
    }

    /// <summary>Runs the program to its end, and ends it where that takes too long.</summary>
    public async Task<HookOutcome> RunAsync(Hook hook, string body, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var program = Program(hook, "hook");
        program.Check(allowed);
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var process = Process.Start(program.Command().StartInfo())!;
            return await EndAsync(process, hook, program.Excerpt, body, either.Token);
        }
        catch (Win32Exception exception)
        {
            return new HookOutcome(false, $"{hook.Command![0]} cannot be started: {program.Excerpt.Start(exception.Message)}");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new HookOutcome(false, FormattableString.Invariant($"{hook.Command![0]} took longer than {timeout.TotalSeconds:0.###} s (timeout_seconds) and was ended"));
        }
    }

    private static async Task<HookOutcome> EndAsync(Process process, Hook hook, Excerpt excerpt, string body, CancellationToken cancellationToken)
    {
        var errors = new ErrorOutput(process.StandardError);
        // What it says on standard output is nobody's, but a full pipe would hold it up.
        var output = new ErrorOutput(process.StandardOutput);
        try
        {
            await WriteAsync(process, body, cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        // A child of its own may hold the pipes open.
        await Task.WhenAny(Task.WhenAll(errors.Ended, output.Ended), Task.Delay(TimeSpan.FromMilliseconds(500), CancellationToken.None));
        var words = excerpt.End(errors.Text) is { Length: > 0 } said ? $". Its last words on stderr: {said}" : "";
        return process.ExitCode == 0
            ? new HookOutcome(true, $"{hook.Command![0]} succeeded")
            : new HookOutcome(false, FormattableString.Invariant($"{hook.Command![0]} ended with exit code {process.ExitCode}{words}"));
    }

    // A program need not read what it is told.
    private static async Task WriteAsync(Process process, string body, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(body + "\n"), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }

    private UserProgram Program(Hook hook, string where) =>
        new(where, folder, new ProcessSettings { Version = "", Command = hook.Command!, Environment = hook.Environment }, environment);
}
