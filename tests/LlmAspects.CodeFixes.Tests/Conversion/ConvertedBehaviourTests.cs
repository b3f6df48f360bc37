using System.Reflection;
using LlmAspects.CodeFixes.Tests.Conversion.Verification;
using LlmAspects.Testing.Generators;

namespace LlmAspects.CodeFixes.Tests.Conversion;

/// <summary>Runs source as it was and as it is after the fix.</summary>
public class ConvertedBehaviourTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;
        using LlmAspects;

        public interface IAsk
        {
            string Ask(string text);
        }

        [LlmComponent("i")]
        public interface IDefault
        {
            public string Greet() => "default";

            public sealed string Seal() => "sealed";
        }

        public abstract class Root : IAsk
        {
            public virtual string Ask(string text) => "root " + text;

            public abstract T Pick<T>(T left, T right) where T : class, IComparable<T>;

            public string Hidden() => "hidden";
        }

        [LlmComponent("sample")]
        public class Sample(List<string> log) : Root, IDefault
        {
            private int _calls;

            public override string Ask(string text) => text.Length > 2 ? base.Ask(text) : Ask(text + Note());

            public sealed override T Pick<T>(T left, T right) => left.CompareTo(right) > 0 ? left : right;

            public new string Hidden() => nameof(Hidden) + Note();

            public string Greet() => "own";

            public string Seal() => "not sealed";

            public IEnumerable<int> Count(int to)
            {
                log.Add("begin");
                try
                {
                    for (var i = 0; i < to; i++)
                    {
                        yield return i;
                    }
                }
                finally
                {
                    log.Add("end");
                }
            }

            public async IAsyncEnumerable<string> StreamAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
            {
                while (true)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await Task.Yield();
                    yield return Note();
                }
            }

            public async Task<int> FailAsync(bool early)
            {
                if (!early)
                {
                    await Task.Yield();
                }

                throw new InvalidOperationException(Note());
            }

            public Task NotAsync(string? text) => text is null ? throw new ArgumentNullException(nameof(text)) : Task.CompletedTask;

            public ref int Calls() => ref _calls;

            public void Change(ref string text, out int length, in int factor = 2, params Span<int> numbers)
            {
                text += string.Join(",", numbers.ToArray()) + factor;
                length = text.Length;
                numbers[0] = 9;
            }

            public TOut Convert<TIn, TOut>(TIn value, Func<TIn, TOut> convert) where TIn : struct => convert(value);

            public static string Overloaded(object value) => "object " + Outer();

            public static string Overloaded(string value) => "string " + Overloaded((object)value);

            public dynamic Twice(dynamic value) => value + value;

            private static string Outer([CallerMemberName] string caller = "") => caller;

            private string Note([CallerMemberName] string caller = "", [CallerFilePath] string file = "")
            {
                log.Add(caller);
                return caller + (file.Length > 0);
            }
        }

        public static class Script
        {
            public static string Run()
            {
                var log = new List<string>();
                var sample = new Sample(log);
                IAsk ask = sample;
                IDefault greeter = sample;
                Root root = sample;
                var text = "t";
                int[] numbers = [1, 2];
                sample.Change(ref text, out var length, numbers: numbers);
                sample.Calls() += 5;
                var counted = sample.Count(3);
                log.Add("counted");
                log.Add(string.Join(",", counted.Take(2)) + root.Pick("a", "b") + root.Hidden() + sample.Hidden());
                log.Add(ask.Ask("a") + ask.Ask("abc") + greeter.Greet() + greeter.Seal() + sample.Seal());
                log.Add(text + length + numbers[0] + sample.Calls() + sample.Convert(1, static n => n + 1) + Sample.Overloaded("x") + sample.Twice(2));
                log.Add(Fail(() => sample.FailAsync(true)) + Fail(() => sample.FailAsync(false)) + Fail(() => sample.NotAsync(null)) + Fail(() => Stream(sample)));
                return string.Join("\n", log);
            }

            private static string Fail(Func<Task> call)
            {
                try
                {
                    var task = call();
                    try
                    {
                        task.GetAwaiter().GetResult();
                        return "no failure";
                    }
                    catch (Exception error)
                    {
                        return "later " + error.Message;
                    }
                }
                catch (Exception error)
                {
                    return "at once " + error.Message;
                }
            }

            private static async Task Stream(Sample sample)
            {
                using var stop = new CancellationTokenSource();
                await foreach (var item in sample.StreamAsync().WithCancellation(stop.Token))
                {
                    await stop.CancelAsync();
                }
            }
        }
        """;

    [Fact]
    public async Task ConvertedSource_DoesTheSame()
    {
        var converted = await ConversionCheck.ConvertAsync(Source, usings: "");
        converted.ShouldNotBe(Source);
        var before = RunScript(Source);
        before.ShouldContain("Ask");
        RunScript(converted).ShouldBe(before);
        RunScript(await ConversionCheck.InlineAsync(converted)).ShouldBe(before);
    }

    private static string RunScript(string source)
    {
        var run = GeneratorRunner.Run(source);
        run.Problems.ShouldBeEmpty();
        using var file = new MemoryStream();
        run.Output.Emit(file).Success.ShouldBeTrue();
        return (string)Assembly.Load(file.ToArray()).GetType("Script")!.GetMethod("Run")!.Invoke(null, null)!;
    }
}
