using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using EvalHarness.Benchmarks.Limits;
using EvalHarness.Benchmarks.Linting;
using EvalHarness.Benchmarks.Speed;

// "limits" takes its own two minutes: what it measures is behaviour over time, not a method's speed.
if (args is ["limits"])
    return await LimitBenchmark.RunAsync(Console.Out, TimeProvider.System) ? 0 : 1;

// One pass over a large file, with the share of the planted leaks that it found: not a method's speed either.
if (args is ["lint", ..])
    return await LintBenchmark.RunAsync(Console.Out, TimeProvider.System, args);

// One cold run of each, as a user waits for it, against a bar.
if (args is ["speed"])
    return await SpeedBenchmark.RunAsync(Console.Out, TimeProvider.System) ? 0 : 1;

// In this process: the build settings of the repository need no second set for a generated project.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
return 0;
