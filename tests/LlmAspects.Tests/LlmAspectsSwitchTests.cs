using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using LlmAspects.Runtime;

namespace LlmAspects.Tests;

public sealed class LlmAspectsSwitchTests
{
    // Read for the first time while a test has it off, it would stay off for every test of the process.
    public LlmAspectsSwitchTests() => LlmAspectsSwitch.IsEnabled.ShouldBeTrue();

    [Fact]
    public void Default_IsOn() => LlmAspectsSwitch.IsEnabled.ShouldBeTrue();

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    public void EnvironmentVariable_TurnsEverythingOff(string value)
    {
        Environment.SetEnvironmentVariable(LlmAspectsSwitch.VariableName, value);
        try
        {
            RecordInFreshCopy().ShouldBe((false, 0));
        }
        finally
        {
            Environment.SetEnvironmentVariable(LlmAspectsSwitch.VariableName, null);
        }
    }

    [Fact]
    public void FeatureSwitch_TurnsEverythingOff()
    {
        AppContext.SetSwitch(LlmAspectsSwitch.FeatureName, false);
        try
        {
            RecordInFreshCopy().ShouldBe((false, 0));
        }
        finally
        {
            AppContext.SetSwitch(LlmAspectsSwitch.FeatureName, true);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Translation_IsNotTurnedOff(bool isEnabled)
    {
        Environment.SetEnvironmentVariable(LlmAspectsSwitch.VariableName, isEnabled ? null : "1");
        try
        {
            FreshCopy.Run(typeof(SwitchedTranslation), nameof(SwitchedTranslation.RunAsync)).ShouldBe($"value, task, pending, valuetask, stream; errors {(isEnabled ? 5 : 0)}");
        }
        finally
        {
            Environment.SetEnvironmentVariable(LlmAspectsSwitch.VariableName, null);
        }
    }

    [Fact]
    public void FreshCopy_RecordsWhenOn() => RecordInFreshCopy().ShouldBe((true, 2));

    /// <summary>The switch is read once, so a second copy of the assembly reads it anew.</summary>
    private static (bool IsEnabled, int Recorded) RecordInFreshCopy()
    {
        LlmAspectsSwitch.IsEnabled.ShouldBeTrue();
        var context = new AssemblyLoadContext("fresh", isCollectible: true);
        var copy = context.LoadFromAssemblyPath(typeof(Operation).Assembly.Location);
        var type = copy.GetType(typeof(Operation).FullName!)!;
        var aspects = Enum.ToObject(copy.GetType(typeof(AspectKinds).FullName!)!, 3);
        var operation = type.GetMethod(nameof(Operation.Create))!.Invoke(null, ["switch", "call", aspects, null, null])!;
        type.GetMethod(nameof(Operation.Exit), [typeof(long), typeof(Activity)])!.Invoke(operation, [1L, null]);
        type.GetMethod(nameof(Operation.Observe), [typeof(Exception)])!.Invoke(operation, [new FormatException()]);

        var tracer = copy.GetType("LlmAspects.Tracing.PerformanceTracer")!;
        var shared = tracer.GetProperty("Shared", BindingFlags.Public | BindingFlags.Static)!.GetValue(null);
        var stats = tracer.GetMethod("GetStats", [typeof(string), typeof(string), typeof(string)])!.Invoke(shared, ["switch", "call", "LlmAspects"])!;
        var count = (long)stats.GetType().GetProperty("Count")!.GetValue(stats)!;
        var isEnabled = (bool)copy.GetType(typeof(LlmAspectsSwitch).FullName!)!.GetProperty("IsEnabled")!.GetValue(null)!;
        context.Unload();
        return (isEnabled, (int)count);
    }
}
