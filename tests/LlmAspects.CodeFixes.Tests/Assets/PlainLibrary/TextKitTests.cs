#pragma warning disable CS1591 // The names of tests say it.
using System.Reflection;

namespace PlainLibrary;

/// <summary>What the library does, whether or not its methods carry aspects.</summary>
public class TextKitTests
{
    private readonly TextKit _kit = new();

    [Fact]
    public void Counting_IsByOverload()
    {
        Assert.Equal(3, _kit.CountWords("one two three"));
        Assert.Equal(2, _kit.CountWords("one two three", 't'));
        Assert.Equal(1, ((ITextCounter)_kit).CountWords("one"));
        Assert.Equal(["CountWords", "CountWords"], _kit.Log);
    }

    [Fact]
    public void Joining_TakesWordsAndNumbers()
    {
        Assert.Equal("a b", _kit.Join("a", "b"));
        Assert.Equal("1 2 3", _kit.Join(1, 2, 3));
    }

    [Fact]
    public async Task Tasks_EndWithTheirResult()
    {
        Assert.Equal("text", await _kit.ReadAsync("text"));
        Assert.Equal(3, await _kit.MeasureAsync("abc"));
        Assert.Equal(4, await _kit.MeasureAsync("abcd"));
        Assert.True(_kit.WaitAsync().IsCompletedSuccessfully);
        Assert.Equal(["text"], _kit.Log);
    }

    [Fact]
    public async Task Failures_ArriveAsTheyWere()
    {
        var measuring = _kit.MeasureAsync(null).AsTask();
        Assert.True(measuring.IsFaulted);
        Assert.Equal("text", (await Assert.ThrowsAsync<ArgumentNullException>(() => measuring)).ParamName);
        Assert.Throws<NullReferenceException>(() => _kit.CountWords(null!));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _kit.ReadAsync("text", 1000, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Streams_ComeOneByOne()
    {
        var words = new List<string>();
        await foreach (var word in _kit.StreamAsync("a b c"))
        {
            words.Add(word);
        }

        Assert.Equal(["a", "b", "c"], words);
        using var stopped = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var word in _kit.StreamAsync("a b c").WithCancellation(stopped.Token))
            {
                await stopped.CancelAsync();
            }
        });
    }

    [Fact]
    public void Iterators_AreLazy()
    {
        var words = _kit.Words("a b c");
        Assert.Empty(_kit.Log);
        Assert.Equal("a", words.First());
        Assert.Equal(["a"], _kit.Log);
    }

    [Fact]
    public void Generics_KeepTheirTypes()
    {
        Assert.Equal("bb", _kit.Greater("a", "bb", static text => text.Length));
        Assert.Equal(typeof(IComparable<>), typeof(TextKit).GetMethod("Greater")!.GetGenericArguments()[1].GetGenericParameterConstraints().Single().GetGenericTypeDefinition());
    }

    [Fact]
    public unsafe void References_ReachTheOriginal()
    {
        Assert.True(_kit.TryParse("7", out var number));
        Assert.False(_kit.TryParse(null, out _));
        _kit.Add(ref number, 3);
        Assert.Equal(10, number);

        int[] numbers = [1, 3, 2];
        _kit.Greatest(numbers) = 0;
        Assert.Equal([1, 0, 2], numbers);
        fixed (int* first = numbers)
        {
            Assert.Equal(3, TextKit.Sum(first, 3));
        }
    }

    [Fact]
    public void Inheritance_WorksAsDeclared()
    {
        TextSource source = _kit;
        Assert.Equal("Describe Describe source at 0 ", source.Describe(2));
        Assert.Equal(1, source.Length());
        Assert.Equal(2, _kit.Length());
        Assert.Equal("other normal", new OtherKit().Build());
        Assert.Equal(120, TextKit.Factorial(5));
    }

    [Fact]
    public void Signatures_ArePublicAsBefore()
    {
        Assert.Equal("by Signatures_ArePublicAsBefore1", _kit.Caller("by "));
        Assert.Equal(("abc", 3), _kit.Pair("abc"));
        Assert.Null(_kit.Pair(null));
        Assert.Equal("abc", "abcdef".Shorten());
        Assert.Equal("ABC", new TextKit.UpperCase("abc").Convert());

        var delay = typeof(TextKit).GetMethod("ReadAsync")!.GetParameters()[1];
        Assert.Equal(1, delay.DefaultValue);
        Assert.Equal(20, typeof(TextKit).GetMethods(BindingFlags.Public | BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static).Count(static method => !method.IsSpecialName));
    }

    private sealed class OtherKit : TextKit
    {
        public override string Build() => "other " + base.Build();
    }
}
