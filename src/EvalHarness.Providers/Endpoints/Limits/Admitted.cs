namespace EvalHarness.Providers.Endpoints.Limits;

/// <summary>A try that was let through.</summary>
/// <param name="Number">From 1, in the order of admission.</param>
/// <param name="At">Since the endpoint was made.</param>
internal readonly record struct Admitted(long Number, TimeSpan At);
