using EvalHarness.Cli;

return await new App(Console.Out, Console.Error, TimeProvider.System).RunAsync(args, CancellationToken.None);
