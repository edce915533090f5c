using System.Runtime.InteropServices;
using EvalHarness.Cli;

// What is in flight may have been paid for and may end first; who cannot wait asks again, and loses no more than that.
var interrupts = 0;
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
{
    signal.Cancel = true;
    if (Interlocked.Increment(ref interrupts) > 1)
        Environment.Exit(ExitCode.Stopped);
    Console.Error.WriteLine("Stopping: calls in flight may end first. Ctrl-C again ends at once.");
});

return await new App(Console.Out, Console.Error, TimeProvider.System).RunAsync(args, CancellationToken.None);
