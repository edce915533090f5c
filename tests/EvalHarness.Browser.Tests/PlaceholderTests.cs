namespace EvalHarness.Browser.Tests;
