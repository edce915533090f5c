using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Processes;

/// <summary>One running program: asked one line at a time, by one caller at a time.</summary>
internal sealed class Worker : IDisposable
{
    // How long its last words may take to come through the pipes once it has ended.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    private readonly Process process;
    private readonly OutputLines output;
    private readonly ErrorOutput errors;
    private readonly Excerpt excerpt;
    private readonly TimeProvider time;
    private readonly Task exited;

    private Worker(Process process, Excerpt excerpt, TimeProvider time)
    {
        (this.process, this.excerpt, this.time) = (process, excerpt, time);
        output = new OutputLines(process.StandardOutput.BaseStream);
        errors = new ErrorOutput(process.StandardError);
        exited = process.WaitForExitAsync();
    }

    public bool IsRunning => !exited.IsCompleted;

    public int ProcessId => process.Id;

    /// <exception cref="ProcessFailedException">The operating system does not start it.</exception>
    public static Worker Start(ProgramCommand command, Excerpt excerpt, TimeProvider time)
    {
        try
        {
            return new Worker(Process.Start(command.StartInfo())!, excerpt, time);
        }
        catch (Win32Exception exception)
        {
            throw new ProcessFailedException($"{command.Program} cannot be started: {excerpt.Start(exception.Message)}");
        }
    }

    /// <exception cref="ProcessEndedException">The program ended before it had read the line.</exception>
    public async Task WriteAsync(string line, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellationToken).AsTask().WaitAsync(cancellationToken);
            await process.StandardInput.BaseStream.FlushAsync(cancellationToken);
        }
        catch (IOException)
        {
            throw await EndedAsync("before it read the question");
        }
    }

    /// <param name="before">What it had still to do, for the message when it ends.</param>
    /// <exception cref="ProcessEndedException">The program ended before it wrote a line.</exception>
    /// <exception cref="ProcessFailedException">The line is too long, or not UTF-8.</exception>
    public async Task<string> ReadAsync(string before, CancellationToken cancellationToken)
    {
        var reading = output.ReadAsync(cancellationToken);
        // A child of its own may hold the pipe open after the program itself has ended.
        if (await Task.WhenAny(reading, exited).WaitAsync(cancellationToken) == exited)
            await Task.WhenAny(reading, Task.Delay(Grace, time, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        return (reading.IsCompleted ? await reading : null) ?? throw await EndedAsync(before);
    }

    /// <summary>The end of what it said on standard error, as the end of a message; empty when it said nothing.</summary>
    public string LastWords => excerpt.End(errors.Text) is { Length: > 0 } said ? $". Its last words on stderr: {said}" : "";

    /// <summary>Ends the program and everything it started.</summary>
    public void Dispose()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself meanwhile: that is what was wanted.
        }

        process.Dispose();
    }

    private async Task<ProcessEndedException> EndedAsync(string before)
    {
        await Task.WhenAny(Task.WhenAll(exited, errors.Ended), Task.Delay(Grace, time));
        var how = exited.IsCompleted ? $"ended with exit code {process.ExitCode}" : "closed its output";
        return new ProcessEndedException($"the program {how} {before}{LastWords}");
    }
}
