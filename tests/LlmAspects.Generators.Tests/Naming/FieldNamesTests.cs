using LlmAspects.Testing.Generators;

namespace LlmAspects.Generators.Tests.Naming;

public class FieldNamesTests
{
    [Fact]
    public void OverloadsAndWhatSoundsAlike_HaveFieldsOfTheirOwn()
    {
        var run = GeneratorRunner.Run("""
            using LlmAspects;
            public partial class Router
            {
                [ErrorContext] public partial void Run(int a);
                [ErrorContext] public partial void Run(in int a);
                [ErrorContext] public partial void Run<T>();
                [ErrorContext] public partial void Run2();
                [RetryWithBackoff] public partial void Go();
                [RetryWithBackoff] public partial void GoRetry();
                [ErrorContext] public partial int Model { get; set; }
                [ErrorContext] public partial int GetModel(int version);
                [ErrorContext] public partial int @class();
                [ErrorContext] public new partial string ToString();
                [ErrorContext] public partial void OperationsOf_Router();
                void RunCore(int a) { }
                void RunCore(in int a) { }
                void RunCore<T>() { }
                void Run2Core() { }
                void GoCore() { }
                void GoRetryCore() { }
                int GetModelCore() => 1;
                void SetModelCore(int value) { }
                int GetModelCore(int version) => version;
                int classCore() => 1;
                string ToStringCore() => "";
                void OperationsOf_RouterCore() { }
            }
            """);

        run.Problems.ShouldBeEmpty();
        run.ProblemsWithoutHeader.ShouldBeEmpty();
        run.Text.Split(" =\n        global::LlmAspects.Runtime.Operation.Create(").Length.ShouldBe(13);
    }
}
